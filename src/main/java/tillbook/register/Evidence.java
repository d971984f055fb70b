package tillbook.register;

import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.CancelAnswer;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;

/** Turns a provider's answer into the record that keeps it. Pure. */
final class Evidence {
    private Evidence() {}

    /** An answer to pay or query, with the attempt still where it was. */
    static AttemptAnswered of(Attempt attempt, ProviderCall call, PaymentAnswer answer) {
        DeclineReason decline = answer instanceof PaymentAnswer.Declined declined ? declined.reason() : null;
        return of(attempt, call, AnswerKind.of(answer), unknown(answer), decline, answer.exchange());
    }

    /** An answer to cancel, with the attempt still where it was. */
    static AttemptAnswered of(Attempt attempt, CancelAnswer answer) {
        UnknownReason unknown = answer instanceof CancelAnswer.Unknown silent ? silent.reason() : null;
        return of(attempt, ProviderCall.CANCEL, AnswerKind.of(answer), unknown, null, answer.exchange());
    }

    /** The same exchange, and where it left the attempt. */
    static AttemptAnswered at(AttemptAnswered evidence, AttemptState moved) {
        return new AttemptAnswered(
                evidence.order(),
                evidence.call(),
                evidence.answer(),
                moved,
                evidence.unknown(),
                evidence.decline(),
                evidence.exchange());
    }

    private static @Nullable UnknownReason unknown(PaymentAnswer answer) {
        return switch (answer) {
            case PaymentAnswer.Unknown silent -> silent.reason();
            case PaymentAnswer.NotSent notSent -> notSent.reason();
            case PaymentAnswer.Paid _,
                    PaymentAnswer.Pending _,
                    PaymentAnswer.Declined _,
                    PaymentAnswer.Closed _,
                    PaymentAnswer.NoSuchOrder _,
                    PaymentAnswer.Anomaly _ -> null;
        };
    }

    private static AttemptAnswered of(
            Attempt attempt,
            ProviderCall call,
            AnswerKind kind,
            @Nullable UnknownReason unknown,
            @Nullable DeclineReason decline,
            Exchange exchange) {
        return new AttemptAnswered(attempt.order(), call, kind, attempt.state(), unknown, decline, exchange);
    }
}
