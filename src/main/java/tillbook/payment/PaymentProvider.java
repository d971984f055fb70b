package tillbook.payment;

import tillbook.money.Money;
import tillbook.sale.OrderNumber;

/**
 * A scan-pay provider as the register sees it. Calls block for at most their time-outs, are safe from any thread and
 * never throw for what a network or a provider does: that is an answer. None of them retries by itself: a request that
 * is silently sent twice is what a register must never do.
 */
public interface PaymentProvider {
    /** Asks for the money. Sent once at most; {@link PaymentAnswer.NotSent} says that not one byte left. */
    PaymentAnswer pay(PaymentRequest request);

    /** Asks where an order stands. Changes nothing. */
    PaymentAnswer query(OrderNumber order);

    /** 撤销: makes sure that the order is not and will not be paid; money that has moved goes back. Safe to repeat. */
    CancelAnswer cancel(OrderNumber order);

    /**
     * One request for money.
     *
     * @param subject what the customer reads in the app, 1–256 characters
     * @param operator the cashier, as the provider's own statement shows it
     */
    record PaymentRequest(OrderNumber order, Money amount, PaymentCode code, String subject, String operator) {}
}
