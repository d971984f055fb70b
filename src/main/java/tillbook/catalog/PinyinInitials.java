package tillbook.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The first letters of a name as people type them: 纯牛奶 250ml is {@code cnn250ml}. Han characters give the first letter
 * of their pinyin (zh, ch, sh give z, c, s), Latin letters and digits stand for themselves, all else is left out.
 * Characters with several readings give several forms, so 重庆 is found under {@code zq} and {@code cq}. The tables are
 * resources of this package; the one of single readings covers U+4E00–U+9FFF and comes from ICU, the one of several
 * readings is kept by hand. Immutable after loading, safe from any thread.
 */
public final class PinyinInitials {
    /** Initials beyond this many characters are cut off: nobody types further. */
    public static final int LENGTH_MAX = 24;

    /** A name has at most this many forms; the readings of the characters that come first count. */
    public static final int FORMS_MAX = 8;

    static final char FIRST_HAN = '\u4e00';
    static final char LAST_HAN = '\u9fff';

    /** Stands in the table for a character without a reading. */
    static final char NO_READING = '-';

    private static final String TABLE = table();
    private static final Map<Integer, String> SEVERAL = severalReadings();

    private PinyinInitials() {}

    /**
     * All forms of a name, the commonest reading first; one empty text for a name without any letter, digit or Han
     * character.
     */
    public static List<String> of(String name) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add("");
        for (int c : folded(name).codePoints().toArray()) forms = extended(forms, readings(c));
        return List.copyOf(forms);
    }

    /** Small letters and half-width forms, so that ＡＤ钙奶 and ad钙奶 are one. */
    static String folded(String text) {
        return HalfWidth.of(text).toLowerCase(Locale.ROOT);
    }

    private static Set<String> extended(Set<String> forms, String readings) {
        if (readings.isEmpty()) return forms;
        Set<String> longer = new LinkedHashSet<>();
        // Reading by reading, so that the bound cuts rare readings and never the first.
        for (int i = 0; i < readings.length(); i++) {
            for (String form : forms) {
                if (longer.size() == FORMS_MAX) return longer;
                longer.add(form.length() == LENGTH_MAX ? form : form + readings.charAt(i));
            }
        }
        return longer;
    }

    private static String readings(int c) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return Character.toString(c);
        String several = SEVERAL.get(c);
        if (several != null) return several;
        if (c < FIRST_HAN || c > LAST_HAN) return "";
        char only = TABLE.charAt(c - FIRST_HAN);
        return only == NO_READING ? "" : String.valueOf(only);
    }

    /** The table of single readings: one letter for each of U+4E00–U+9FFF in order. */
    static String table() {
        String table = lines("pinyin-initials.txt").stream().collect(Collectors.joining());
        if (table.length() != LAST_HAN - FIRST_HAN + 1) {
            throw new IllegalStateException("the table of pinyin initials is incomplete: install the program again");
        }
        return table;
    }

    /** The characters with several readings, each with its letters, the commonest first. */
    static Map<Integer, String> severalReadings() {
        return lines("pinyin-several.txt").stream()
                .collect(Collectors.toMap(
                        line -> line.codePointAt(0), line -> line.split(" ", 3)[1], (a, b) -> a, TreeMap::new));
    }

    private static List<String> lines(String resource) {
        InputStream in = Objects.requireNonNull(PinyinInitials.class.getResourceAsStream(resource), resource);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of the program cannot be read: install it again", e);
        }
    }
}
