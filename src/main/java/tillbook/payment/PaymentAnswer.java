package tillbook.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;

/**
 * Everything a provider can tell about an order, to <em>pay</em> and to <em>query</em> alike. A whitelist: what is not
 * proven by a signed and known word is {@link Unknown}.
 */
public sealed interface PaymentAnswer {
    /** What is kept of the exchange that brought this answer. */
    Exchange exchange();

    /**
     * Signed: the money has moved.
     *
     * @param tradeNumber 交易号, the provider's number
     * @param amount what the order was for (Alipay {@code total_amount}), never what coupons left of it
     * @param paidAt the provider's time of the payment, null if it did not say
     * @param payer masked name of the payer's account, null if it did not say
     * @param payerPaid what the payer gave after the provider's coupons, null if it did not say
     */
    record Paid(
            String tradeNumber,
            Money amount,
            @Nullable Instant paidAt,
            @Nullable String payer,
            @Nullable Money payerPaid,
            Exchange exchange)
            implements PaymentAnswer {}

    /** Signed: the customer must confirm on the phone; not paid yet. */
    record Pending(Exchange exchange) implements PaymentAnswer {}

    /** Signed: this order is refused and will never be paid. */
    record Declined(DeclineReason reason, Exchange exchange) implements PaymentAnswer {}

    /** Signed: the trade is closed, unpaid or given back in full. */
    record Closed(@Nullable String tradeNumber, Exchange exchange) implements PaymentAnswer {}

    /** Signed: no such order <em>yet</em>. Never final: the order may still be on its way. */
    record NoSuchOrder(Exchange exchange) implements PaymentAnswer {}

    /** Signed, but not what was asked: another order, merchant or currency. A person looks; nothing is cancelled. */
    record Anomaly(String what, Exchange exchange) implements PaymentAnswer {}

    /** Nothing is proven: silence, a broken or unsigned answer, a system error, a word nobody knows. */
    record Unknown(UnknownReason reason, Exchange exchange) implements PaymentAnswer {}

    /** No connection came about, so not one byte of the request left: the same order number may be sent again. */
    record NotSent(UnknownReason reason, Exchange exchange) implements PaymentAnswer {}
}
