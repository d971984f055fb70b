package tillbook.journal;

import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.sale.Discount;
import tillbook.sale.Discounts;

/** How a discount lies on the tape: an amount or hundredths of a percent, and why. */
public final class DiscountFormat {
    private DiscountFormat() {}

    static void write(FieldWriter out, Discount discount) {
        switch (discount) {
            case Discount.Amount(Money amount, String reason) ->
                out.money(Names.AMOUNT, amount).text(Names.REASON, reason);
            case Discount.Percent(int permyriad, String reason) ->
                out.number(Names.PERMYRIAD, permyriad).text(Names.REASON, reason);
        }
    }

    static Discount discount(FieldReader in) {
        Money amount = in.moneyIfAny(Names.AMOUNT);
        Long permyriad = in.numberIfAny(Names.PERMYRIAD);
        return discount(amount, permyriad, in.text(Names.REASON));
    }

    private static Discount discount(@Nullable Money amount, @Nullable Long permyriad, String reason) {
        if (amount != null && permyriad == null) return new Discount.Amount(amount, reason);
        if (permyriad == null || amount != null) {
            throw new IllegalArgumentException("a discount is an amount or a percentage");
        }
        // What is no int is no percentage either, and is refused as one.
        return new Discount.Percent(Math.clamp(permyriad, -1, Integer.MAX_VALUE), reason);
    }

    public static void write(FieldWriter out, Discounts discounts) {
        out.objectIfAny(Names.BASKET, discounts.whole(), DiscountFormat::write)
                .list(Names.LINES, discounts.ofLines(), DiscountFormat::write);
    }

    public static Discounts discounts(FieldReader in) {
        Discount whole = in.objectIfAny(Names.BASKET, DiscountFormat::discount);
        return new Discounts(whole, in.list(Names.LINES, DiscountFormat::ofLine));
    }

    private static void write(FieldWriter out, Discounts.OfLine own) {
        out.number(Names.LINE, own.line()).object(Names.DISCOUNT, own.discount(), DiscountFormat::write);
    }

    private static Discounts.OfLine ofLine(FieldReader in) {
        return new Discounts.OfLine(in.count(Names.LINE), in.object(Names.DISCOUNT, DiscountFormat::discount));
    }
}
