package tillbook.sale;

import java.util.regex.Pattern;

/**
 * 商户单号: our number for one attempt to take money, new for every attempt. Providers allow 6–32 characters of
 * {@code [0-9A-Za-z_]}; two attempts under one number would be answered with the first one's outcome.
 *
 * @param text receipt number + two digits of the attempt + six random characters
 */
public record OrderNumber(String text) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_]{6,32}");

    public OrderNumber {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an order number has 6 to 32 letters, digits or _: " + text);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
