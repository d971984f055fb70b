package tillbook.desktop.checkout;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tillbook.money.Money;
import tillbook.sale.Discount;

/**
 * A discount as people type it, alike in every face: {@code 2.50} takes yuan off, {@code 10%} a part, and {@code 9折},
 * {@code 8.5折}, {@code 85折} leave nine tenths, or 85 hundredths. Pure.
 */
public final class DiscountEntry {
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3})(?:\\.([0-9]{1,2}))?[%％]");
    /** Not 10折 or 90折: some would mean no discount by it, and some nine tenths of one. */
    private static final Pattern TENTHS_LEFT = Pattern.compile("([1-9])(?:\\.([0-9])|([1-9]))?折");

    private static final int PERMYRIAD_OF_PERCENT = 100;
    private static final int PERMYRIAD_OF_TENTH = 1_000;

    private DiscountEntry() {}

    /**
     * Reads what was typed.
     *
     * @param size with or without the sign of the currency
     * @param reason must be one by {@link Discount#isReason}, unless nothing is taken off
     * @return empty if either is none
     */
    public static Optional<Discount> read(String size, String reason) {
        String plain = size.strip();
        Matcher percent = PERCENT.matcher(plain);
        Matcher tenths = TENTHS_LEFT.matcher(plain);
        try {
            Discount discount;
            if (percent.matches()) discount = new Discount.Percent(permyriad(percent), reason.strip());
            else if (tenths.matches()) discount = new Discount.Percent(takenOff(tenths), reason.strip());
            else discount = new Discount.Amount(Money.parseYuan(plain.replaceFirst("^[¥￥$]", "")), reason.strip());
            return Optional.of(discount);
        } catch (IllegalArgumentException e) {
            // No amount, more than all, or no reason: the face says how a discount is entered.
            return Optional.empty();
        }
    }

    private static int permyriad(Matcher percent) {
        String decimals = percent.group(2) == null ? "" : percent.group(2);
        return Integer.parseInt(percent.group(1)) * PERMYRIAD_OF_PERCENT
                + Integer.parseInt((decimals + "00").substring(0, 2));
    }

    private static int takenOff(Matcher tenths) {
        String second = tenths.group(2) == null ? tenths.group(3) : tenths.group(2);
        int hundredths = second == null ? 0 : Integer.parseInt(second);
        return Discount.WHOLE_PERMYRIAD
                - Integer.parseInt(tenths.group(1)) * PERMYRIAD_OF_TENTH
                - hundredths * PERMYRIAD_OF_PERCENT;
    }
}
