package tillbook.scan;

import java.util.regex.Pattern;

/** Masks what could be a payment code, whole or damaged. Pure. */
final class Masked {
    /** One less than the shortest payment code, so that a code which lost a digit is masked too. */
    private static final int DIGITS_MIN = 15;

    private static final int LEADING = 2;
    private static final int TRAILING = 4;
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private Masked() {}

    /** The text; if it holds 15 digits or more, two leading and four trailing characters remain of it. */
    static String text(String text) {
        if (DIGIT.matcher(text).results().count() < DIGITS_MIN) return text;
        int end = text.length() - TRAILING;
        return text.substring(0, LEADING) + "*".repeat(end - LEADING) + text.substring(end);
    }
}
