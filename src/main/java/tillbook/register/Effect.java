package tillbook.register;

import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.Provider;
import tillbook.sale.OrderNumber;

/** A message that leaves the register, after its intent is durable. Its answer comes back with the same id. */
public sealed interface Effect {
    /** Tells the answer of this exchange from that of an earlier one about the same order. */
    long callId();

    Provider provider();

    OrderNumber order();

    record Pay(long callId, Provider provider, PaymentRequest request) implements Effect {
        @Override
        public OrderNumber order() {
            return request.order();
        }
    }

    record Query(long callId, Provider provider, OrderNumber order) implements Effect {}

    record Cancel(long callId, Provider provider, OrderNumber order) implements Effect {}
}
