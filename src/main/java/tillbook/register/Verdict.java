package tillbook.register;

import tillbook.journal.JournalEvent.CancelCause;
import tillbook.payment.AttemptState;
import tillbook.payment.PaymentAnswer;

/** What an answer does to an attempt. */
sealed interface Verdict {
    /** It moves there, or stays where it is; the exchange is evidence. */
    record MovesTo(AttemptState state) implements Verdict {}

    /** The money is proven to have moved for this attempt. */
    record Pays(PaymentAnswer.Paid proof) implements Verdict {}

    /** It is evidence, and on its ground the order shall not stand. */
    record Cancels(AttemptState state, CancelCause cause) implements Verdict {}
}
