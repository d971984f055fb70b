package tillbook.catalog;

import java.util.List;

/**
 * The check digit of GS1 codes (GTIN-8, -12, -13, -14 and any longer code that borrows it): from the right, the digits
 * before it count three and one in turn, and the check digit fills the sum up to a multiple of ten (GS1 General
 * Specifications, section 7.9.1). Pure functions, safe from any thread.
 */
public final class Gtin {
    /** The largest number that {@link #inStore} can carry: ten digits. */
    public static final long IN_STORE_NUMBER_MAX = 9_999_999_999L;

    /** What a shop's own plain goods begin with; the prefixes 21–29 are left to scale labels. */
    public static final String IN_STORE_PREFIX = "20";

    private Gtin() {}

    /** Whether the text is all digits and as long as a GTIN (8, 12, 13 or 14), so that its last digit must fit. */
    public static boolean hasGtinForm(String text) {
        return switch (text.length()) {
            case 8, 12, 13, 14 -> isDigits(text);
            default -> false;
        };
    }

    /** Whether the last digit fits the digits before it. False for anything but two or more digits. */
    public static boolean hasRightCheckDigit(String digits) {
        if (digits.length() < 2 || !isDigits(digits)) return false;
        int last = digits.length() - 1;
        return checkDigit(digits.substring(0, last)) == digits.charAt(last);
    }

    /**
     * The digit that belongs after these.
     *
     * @throws IllegalArgumentException if the text is empty or holds anything but the digits 0–9
     */
    public static char checkDigit(String body) {
        if (!isDigits(body)) throw new IllegalArgumentException("a check digit is made of digits alone, at least one");
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int weight = (body.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (body.charAt(i) - '0');
        }
        return (char) ('0' + (10 - sum % 10) % 10);
    }

    /** These digits with their check digit behind them. */
    public static String withCheckDigit(String body) {
        return body + checkDigit(body);
    }

    /**
     * An EAN-13 of the shop's own for goods that bear none: {@code inStore(1)} is {@code 2000000000015}.
     *
     * @param number 0 to {@link #IN_STORE_NUMBER_MAX}
     * @throws IllegalArgumentException if the number lies outside
     */
    public static String inStore(long number) {
        if (number < 0 || number > IN_STORE_NUMBER_MAX) {
            throw new IllegalArgumentException("an in-store code carries 0 to " + IN_STORE_NUMBER_MAX);
        }
        String digits = Long.toString(number);
        return withCheckDigit(IN_STORE_PREFIX + "0".repeat(10 - digits.length()) + digits);
    }

    /**
     * The same trade item as other scanners write it: a UPC-A of 12 digits is an EAN-13 with a leading zero, and an
     * EAN-13 a GTIN-14 with one. Empty for anything that is not 12 to 14 digits, or has no such form.
     */
    static List<String> otherForms(String code) {
        if (!hasGtinForm(code) || code.length() == 8) return List.of();
        String bare = code;
        while (bare.length() > 12 && bare.startsWith("0")) bare = bare.substring(1);
        return paddedForms(bare).stream().filter(form -> !form.equals(code)).toList();
    }

    private static List<String> paddedForms(String bare) {
        return switch (bare.length()) {
            case 12 -> List.of("0" + bare, bare, "00" + bare);
            case 13 -> List.of(bare, "0" + bare);
            default -> List.of(bare);
        };
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return false;
        }
        return !text.isEmpty();
    }
}
