package tillbook.sale;

import org.jspecify.annotations.Nullable;

/**
 * 商户单号: our number for one attempt to take money, new for every attempt. Providers allow 6–32 characters of
 * {@code [0-9A-Za-z_]}; two attempts under one number would be answered with the first one's outcome.
 *
 * @param text receipt number + two digits of the attempt + six random characters
 */
public record OrderNumber(String text) {
    private static final int LENGTH_MIN = 6;
    private static final int LENGTH_MAX = 32;

    public OrderNumber {
        if (!isOne(text)) {
            throw new IllegalArgumentException("an order number has 6 to 32 letters, digits or _: " + text);
        }
    }

    /** By hand, as the numbers are looked up in every turn; the same as a record's own. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OrderNumber number && text.equals(number.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isOne(String text) {
        if (text.length() < LENGTH_MIN || text.length() > LENGTH_MAX) return false;
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) return false;
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    }
}
