package tillbook.catalog;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a text is as the code of a good. Two kinds of code are taken: a GTIN (8, 12, 13 or 14 digits, its check digit
 * right) and a house code (other lengths of 4 to 14 digits, or 2 to 14 of {@code A–Z 0–9 . _ -} with a letter among
 * them). Letters are kept in capitals, so that a scanner with caps lock finds the same good. Immutable.
 */
public sealed interface GoodsCode {
    /** The longest code: 14 digits or characters. Payment codes begin at 16, so the two never meet. */
    int LENGTH_MAX = 14;

    /**
     * A code to look up or to store.
     *
     * @param code in its stored form, letters in capitals
     */
    record Valid(String code) implements GoodsCode {}

    /**
     * As long as a GTIN, but its last digit does not fit: misread or mistyped.
     *
     * @param code as read
     * @param expected the digit that would fit the digits before it
     */
    record BadCheckDigit(String code, char expected) implements GoodsCode {}

    /** No code of goods at all; also what looks like one of our receipt numbers. */
    record Malformed() implements GoodsCode {}

    /** Reads a code; spaces around it do not count. */
    static GoodsCode read(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        if (Gtin.hasGtinForm(code)) return readGtin(code);
        return Form.isHouseCode(code) ? new Valid(code) : new Malformed();
    }

    private static GoodsCode readGtin(String code) {
        if (Gtin.hasRightCheckDigit(code)) return new Valid(code);
        return new BadCheckDigit(code, Gtin.checkDigit(code.substring(0, code.length() - 1)));
    }

    /** The written forms. */
    final class Form {
        private static final Pattern HOUSE_DIGITS = Pattern.compile("[0-9]{4,14}");
        private static final Pattern HOUSE_LETTERS = Pattern.compile("(?=.*[A-Z])[0-9A-Z][0-9A-Z._-]{1,13}");
        private static final Pattern RECEIPT_NUMBER = Pattern.compile("T[0-9]{3}[0-9A-Z]{2}[0-9]{8}");

        private Form() {}

        /** Whether the text is one of our receipt numbers: {@code T}, register, epoch, sequence (14 characters). */
        public static boolean isReceiptNumber(String text) {
            return RECEIPT_NUMBER.matcher(text).matches();
        }

        private static boolean isHouseCode(String code) {
            if (isReceiptNumber(code)) return false;
            return HOUSE_DIGITS.matcher(code).matches()
                    || HOUSE_LETTERS.matcher(code).matches();
        }
    }
}
