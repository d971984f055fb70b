package tillbook.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.Provider;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/**
 * 退款单: money that went back, with the numbers by which the customer and the provider find both payment and refund.
 * Immutable.
 *
 * @param register 1–999
 * @param original the sale it was paid for
 * @param refundNumber ours, one a refund
 * @param at when the refund was proven done
 * @param saleTotal what the sale had cost
 * @param amount what went back, over zero
 * @param reason as the cashier gave it, null without one
 * @param copy null on the original
 */
public record RefundSlip(
        Merchant merchant,
        boolean practice,
        int register,
        String cashier,
        ReceiptNumber original,
        String refundNumber,
        Instant at,
        Money saleTotal,
        Money amount,
        Way way,
        @Nullable String reason,
        @Nullable Copy copy)
        implements Slip {

    /** How the money went back. */
    public sealed interface Way {
        /** From the drawer. */
        record Cash() implements Way {}

        /**
         * Through the provider that took it.
         *
         * @param order our number of the payment
         * @param tradeNumber the provider's of the payment
         */
        record Scan(Provider provider, OrderNumber order, String tradeNumber) implements Way {}
    }

    public RefundSlip {
        if (amount.isZero()) throw new IllegalArgumentException("a refund of nothing has no slip: " + refundNumber);
    }

    /** The same facts, marked as a copy. */
    public RefundSlip asCopy(Copy mark) {
        return new RefundSlip(
                merchant,
                practice,
                register,
                cashier,
                original,
                refundNumber,
                at,
                saleTotal,
                amount,
                way,
                reason,
                mark);
    }
}
