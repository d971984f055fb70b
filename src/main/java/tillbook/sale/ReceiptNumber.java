package tillbook.sale;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 票号: one a sale, also for cash; on the paper as CODE128. {@code T} + register (3 digits) + epoch (2 characters, new
 * for every installation, restore or copied folder) + sequence (8 digits, never reset).
 */
public record ReceiptNumber(String text) {
    /** {@code T}, three digits, two digits or capital letters, eight digits. */
    public static final Pattern FORM = Pattern.compile("T\\d{3}[0-9A-Z]{2}\\d{8}");

    private static final int LENGTH = 14;
    private static final int EPOCH_AT = 4;
    private static final int EPOCH_END = 6;
    private static final long SEQUENCE_MAX = 99_999_999;
    private static final int ATTEMPT_MAX = 99;
    private static final int SUFFIX_LENGTH = 6;

    public ReceiptNumber {
        if (!isOne(text)) {
            throw new IllegalArgumentException("a receipt number looks like T001K700000042, not like: " + text);
        }
    }

    /**
     * Makes the number of a sale.
     *
     * @param register 1–999
     * @param epoch two digits or capital letters
     * @param sequence 1–99,999,999
     */
    public static ReceiptNumber of(int register, String epoch, long sequence) {
        if (sequence < 1 || sequence > SEQUENCE_MAX) {
            throw new IllegalArgumentException("all receipt numbers of this register are used up: " + sequence);
        }
        return new ReceiptNumber("T" + padded(register, 3) + epoch + padded(sequence, 8));
    }

    /**
     * The number of an attempt to take money for this sale.
     *
     * @param attempt 1–99 within the sale
     * @param random six characters of {@code [0-9A-Za-z]} that nobody can foresee
     */
    public OrderNumber order(int attempt, String random) {
        if (attempt < 1 || attempt > ATTEMPT_MAX || random.length() != SUFFIX_LENGTH) {
            throw new IllegalArgumentException("attempt " + attempt + " of " + text + " has no order number");
        }
        return new OrderNumber(text + padded(attempt, 2) + random);
    }

    /** By hand, as the numbers are looked up in every turn; the same as a record's own. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReceiptNumber number && text.equals(number.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    /** What {@link #FORM} says, without a matcher: every record of a sale bears a number. */
    private static boolean isOne(String text) {
        if (text.length() != LENGTH || text.charAt(0) != 'T') return false;
        for (int i = 1; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean letterOfEpoch = i >= EPOCH_AT && i < EPOCH_END && c >= 'A' && c <= 'Z';
            if (!letterOfEpoch && (c < '0' || c > '9')) return false;
        }
        return true;
    }

    private static String padded(long number, int digits) {
        String plain = Long.toString(number);
        return "0".repeat(Math.max(0, digits - plain.length())) + plain;
    }
}
