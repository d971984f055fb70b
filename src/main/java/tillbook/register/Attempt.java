package tillbook.register;

import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.ProviderCall;
import tillbook.sale.OrderNumber;

/**
 * One attempt to take money, as its records tell it. Immutable.
 *
 * @param sendingAt wall time of the durable intent to send, ms, 0 before it
 * @param goodsKept a person said that the customer keeps the goods: no machine may cancel
 * @param cancel why it is being cancelled, null if it is not
 * @param cancelAnswer the provider's last signed answer to a cancel since that was decided, null before
 * @param anotherAllowedBy who said that another tender may be taken although this cancel was never taken, null if nobody
 * @param confirming the cancel was answered by a word that a query must confirm
 * @param asked exchanges so far
 * @param last the newest answer, null before the first
 */
public record Attempt(
        AttemptCreated facts,
        AttemptState state,
        long sendingAt,
        boolean goodsKept,
        @Nullable CancelCause cancel,
        @Nullable AnswerKind cancelAnswer,
        @Nullable String anotherAllowedBy,
        boolean confirming,
        int asked,
        @Nullable AttemptAnswered last) {

    static Attempt created(AttemptCreated facts) {
        return new Attempt(facts, AttemptState.CREATED, 0, false, null, null, null, false, 0, null);
    }

    public OrderNumber order() {
        return facts.order();
    }

    Attempt sending(long wallMs) {
        return new Attempt(
                facts,
                AttemptState.SENDING,
                wallMs,
                goodsKept,
                cancel,
                cancelAnswer,
                anotherAllowedBy,
                confirming,
                asked,
                last);
    }

    Attempt in(AttemptState next) {
        return new Attempt(
                facts, next, sendingAt, goodsKept, cancel, cancelAnswer, anotherAllowedBy, confirming, asked, last);
    }

    Attempt keptByCustomer() {
        return new Attempt(
                facts, state, sendingAt, true, cancel, cancelAnswer, anotherAllowedBy, confirming, asked, last);
    }

    Attempt withAnotherAllowed(String by) {
        return new Attempt(facts, state, sendingAt, goodsKept, cancel, cancelAnswer, by, confirming, asked, last);
    }

    Attempt cancelling(CancelCause cause) {
        return new Attempt(facts, AttemptState.CANCELLING, sendingAt, goodsKept, cause, null, null, false, asked, last);
    }

    Attempt settled(Settlement settlement) {
        return in(
                switch (settlement) {
                    case MONEY_NOT_TAKEN -> AttemptState.NOT_FOUND;
                    case MONEY_RETURNED -> AttemptState.REVERSED;
                });
    }

    Attempt answered(AttemptAnswered answer) {
        boolean cancelWord =
                answer.call() == ProviderCall.CANCEL && answer.answer().isSigned();
        boolean queryWord =
                answer.call() == ProviderCall.QUERY && answer.answer().isSigned();
        boolean mustConfirm = cancelWord ? asksForAQuery(answer.answer()) : confirming && !queryWord;
        return new Attempt(
                facts,
                answer.state(),
                sendingAt,
                goodsKept,
                cancel,
                cancelWord ? answer.answer() : cancelAnswer,
                anotherAllowedBy,
                mustConfirm,
                asked + 1,
                answer);
    }

    private static boolean asksForAQuery(AnswerKind cancelAnswer) {
        return cancelAnswer == AnswerKind.CANCEL_CLOSED
                || cancelAnswer == AnswerKind.CANCEL_REFUNDED
                || cancelAnswer == AnswerKind.CANCEL_REFUSED;
    }

    /** The provider took the cancel: money that still comes goes back by itself. */
    boolean cancelTaken() {
        return cancelAnswer == AnswerKind.CANCEL_CLOSED
                || cancelAnswer == AnswerKind.CANCEL_REFUNDED
                || cancelAnswer == AnswerKind.CANCEL_SAW_NO_TRADE;
    }

    /**
     * Another tender may be taken beside this attempt: it is final and unpaid, or its cancel is durable and was taken, so
     * that late money returns by itself, or a person answers for it. Paid attempts are counted by their sale, not here.
     */
    boolean leavesRoomForAnother() {
        return switch (state) {
            case PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND, WATCH -> true;
            case CANCELLING -> cancelTaken() || anotherAllowedBy != null;
            case CREATED, SENDING, PENDING, UNKNOWN, ANOMALY, NEEDS_PERSON -> false;
        };
    }
}
