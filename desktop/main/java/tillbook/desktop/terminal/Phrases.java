package tillbook.desktop.terminal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.Provider;
import tillbook.sale.Discount;
import tillbook.sale.Line;
import tillbook.text.Texts;

/** The terminal's sentences in one language, and the small words that stand in many of them. Immutable. */
final class Phrases {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final long MINUTE_S = 60;
    private static final long HOUR_S = 60 * MINUTE_S;
    private static final long DAY_S = 24 * HOUR_S;

    private final Locale language;
    private final Texts texts;
    private final ZoneId zone;

    Phrases(Locale language, ZoneId zone) {
        this.language = language;
        this.texts = Texts.of("desktop.terminal", language);
        this.zone = zone;
    }

    Locale language() {
        return language;
    }

    Texts texts() {
        return texts;
    }

    String text(String key, Object... args) {
        return texts.text(key, args);
    }

    /** The sentence for a value of an enum, in the group of its kind: {@code state.PENDING}. */
    String of(String group, Enum<?> value, Object... args) {
        return texts.text(group + "." + value, args);
    }

    /** A sentence with the catalogue's code before it, where there is one. */
    static String coded(@Nullable String code, String sentence) {
        return code == null ? sentence : code + " " + sentence;
    }

    String provider(Provider provider) {
        return of("provider", provider);
    }

    String time(long epochMs) {
        return time(Instant.ofEpochMilli(epochMs));
    }

    String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    /** How long ago, in the largest unit that is not zero. */
    String age(long ms) {
        long seconds = Math.max(0, ms / 1_000);
        if (seconds < 2 * MINUTE_S) return text("age.seconds", seconds);
        if (seconds < 2 * HOUR_S) return text("age.minutes", seconds / MINUTE_S);
        return seconds < 2 * DAY_S ? text("age.hours", seconds / HOUR_S) : text("age.days", seconds / DAY_S);
    }

    /** A line of a basket and the total with it. */
    String line(Line line, Money total) {
        return text(
                line.discount().isZero() ? "line" : "line.discounted",
                line.number(),
                line.name(),
                line.quantity().text(),
                line.unit(),
                line.unitPrice(),
                line.amount(),
                total,
                line.discount());
    }

    /** How much a discount is, as it was said: an amount, or so many percent. */
    static String size(Discount discount) {
        return switch (discount) {
            case Discount.Amount(Money amount, String _) -> amount.toString();
            case Discount.Percent percent -> percent.percent() + "%";
        };
    }
}
