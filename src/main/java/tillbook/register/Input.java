package tillbook.register;

import java.util.function.Consumer;
import tillbook.payment.CancelAnswer;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.ProviderCall;
import tillbook.sale.OrderNumber;

/** What reaches the register thread. */
public sealed interface Input {
    /** A person wants something; the reply is called on the register thread, after the force. */
    record Wanted(Intent intent, Consumer<Reply> reply) implements Input {}

    /** A provider answered to pay or query. */
    record PaymentAnswered(long callId, OrderNumber order, ProviderCall call, PaymentAnswer answer) implements Input {}

    /** A provider answered to cancel. */
    record CancelAnswered(long callId, OrderNumber order, CancelAnswer answer) implements Input {}

    /** Nothing but a reason to look at the clocks. */
    record Wake() implements Input {}
}
