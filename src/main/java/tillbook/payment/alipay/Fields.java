package tillbook.payment.alipay;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tools.jackson.databind.JsonNode;

/** The fields of an answer. A field that is not a text, or is empty, counts as absent. Immutable. */
record Fields(JsonNode node) {
    /** The provider's clock on the wall. */
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final Pattern YUAN = Pattern.compile("(0|[1-9][0-9]{0,8})(\\.[0-9]{1,2})?");
    private static final int TIME_CHARS = 19;

    @Nullable
    String text(String name) {
        String text = node.path(name).stringValueOpt().orElse("");
        return text.isEmpty() ? null : text;
    }

    /** An amount written as plain yuan; empty if it is absent or written in any other way. */
    Optional<Money> yuan(String name) {
        String text = text(name);
        if (text == null || !YUAN.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(Money.parseYuan(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A time of the provider's wall clock; null if absent or unreadable, for no proof hangs on it here. */
    @Nullable
    Instant time(String name) {
        String text = text(name);
        if (text == null || text.length() < TIME_CHARS) return null;
        try {
            return LocalDateTime.parse(text.substring(0, TIME_CHARS), TIME)
                    .atZone(SHANGHAI)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
