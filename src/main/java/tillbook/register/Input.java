package tillbook.register;

import java.util.function.Consumer;
import tillbook.payment.CancelAnswer;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.ProviderCall;
import tillbook.printing.ConfirmationTier;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/** What reaches the register thread. */
public sealed interface Input {
    /** A person wants something; the reply is called on the register thread, after the force. */
    record Wanted(Intent intent, Consumer<Reply> reply) implements Input {}

    /** A provider answered to pay or query. */
    record PaymentAnswered(long callId, OrderNumber order, ProviderCall call, PaymentAnswer answer) implements Input {}

    /** A provider answered to cancel. */
    record CancelAnswered(long callId, OrderNumber order, CancelAnswer answer) implements Input {}

    /**
     * The first byte of a sheet is about to leave.
     *
     * @param begin called on the register thread: true after this is durable, false if it must not leave
     */
    record PrintBegins(
            ReceiptNumber receipt,
            int copy,
            String printer,
            String sha256,
            int bytes,
            ConfirmationTier tier,
            Consumer<Boolean> begin)
            implements Input {}

    /** A printer, or its silence, said something of a sheet. */
    record PrintReported(ReceiptNumber receipt, int copy, PrintReport report) implements Input {}

    /** Nothing but a reason to look at the clocks. */
    record Wake() implements Input {}
}
