package tillbook.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.MoveCause;
import tillbook.money.Money;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.CancelAnswer;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

class AttemptMachineTest {
    private static final Exchange EXCHANGE = new Exchange("10000", null, null, null, 40, 0L);
    private static final Money AMOUNT = Money.ofFen(5_021);
    private static final Instant SENT = Instant.parse("2026-11-22T06:03:00Z");
    private static final long NOW = 500_000;
    private static final PaymentAnswer PENDING = new PaymentAnswer.Pending(EXCHANGE);
    private static final PaymentAnswer NO_SUCH_ORDER = new PaymentAnswer.NoSuchOrder(EXCHANGE);
    private static final PaymentAnswer CLOSED = new PaymentAnswer.Closed(null, EXCHANGE);
    private static final PaymentAnswer SILENCE = new PaymentAnswer.Unknown(UnknownReason.TIMEOUT, EXCHANGE);
    private static final PaymentAnswer DECLINED = new PaymentAnswer.Declined(DeclineReason.PAYER, EXCHANGE);
    private static final PaymentAnswer PAID = paid(AMOUNT, SENT.plusSeconds(1));

    private final AttemptMachine machine = new AttemptMachine(PaymentRules.ALIPAY);

    private static PaymentAnswer paid(Money amount, Instant at) {
        return new PaymentAnswer.Paid("2026112222001", amount, at, null, null, EXCHANGE);
    }

    private static Attempt attempt(AttemptState state) {
        AttemptCreated facts = new AttemptCreated(
                new ReceiptNumber("T001K700000042"),
                1,
                1,
                new OrderNumber("T001K70000004201abcdef"),
                Provider.ALIPAY,
                AMOUNT,
                "28************1234",
                "app");
        return Attempt.created(facts).sending(SENT.toEpochMilli()).in(state);
    }

    private static Waits asking(long since, long callSince) {
        return new Waits(since, since, 0, 1, ProviderCall.QUERY, 7, callSince, false);
    }

    private Verdict query(Attempt attempt, Waits waits, PaymentAnswer answer) {
        return machine.judge(attempt, waits, ProviderCall.QUERY, true, answer, NOW);
    }

    private Verdict payAnswer(PaymentAnswer answer) {
        return machine.judge(attempt(AttemptState.SENDING), Waits.begunAt(NOW), ProviderCall.PAY, true, answer, NOW);
    }

    private static Verdict movesTo(AttemptState state) {
        return new Verdict.MovesTo(state);
    }

    @Test
    void anAttemptFoundCreatedWasNeverSent() {
        AttemptStep step = machine.next(attempt(AttemptState.CREATED), Waits.foundAt(NOW), false, NOW);
        assertEquals(new AttemptStep.Move(AttemptState.VOID, MoveCause.NEVER_SENT), step);
    }

    @Test
    void anAttemptFoundSendingIsAskedAboutAndNeverSentAgain() {
        AttemptStep step = machine.next(attempt(AttemptState.SENDING), Waits.foundAt(NOW), false, NOW);
        assertEquals(new AttemptStep.Move(AttemptState.UNKNOWN, MoveCause.FOUND_SENDING), step);
    }

    @Test
    void theSameOrderIsSentAgainOnlyWhileNothingEverLeft() {
        Attempt sending = attempt(AttemptState.SENDING);
        Waits once = Waits.begunAt(NOW)
                .calling(ProviderCall.PAY, 1, NOW)
                .ended(false)
                .nextAt(NOW);
        assertEquals(new AttemptStep.Call(ProviderCall.PAY), machine.next(sending, once, true, NOW));
        Waits thrice = once.calling(ProviderCall.PAY, 2, NOW)
                .ended(false)
                .calling(ProviderCall.PAY, 3, NOW)
                .ended(false);
        assertEquals(
                new AttemptStep.Move(AttemptState.VOID, MoveCause.NO_CONNECTION),
                machine.next(sending, thrice, true, NOW));
    }

    @Test
    void anAnswerToPayIsTakenByItsClass() {
        assertInstanceOf(Verdict.Pays.class, payAnswer(PAID));
        assertEquals(movesTo(AttemptState.PENDING), payAnswer(PENDING));
        assertEquals(movesTo(AttemptState.DECLINED), payAnswer(DECLINED));
        assertEquals(movesTo(AttemptState.CLOSED), payAnswer(CLOSED));
        assertEquals(movesTo(AttemptState.UNKNOWN), payAnswer(SILENCE));
        assertEquals(movesTo(AttemptState.UNKNOWN), payAnswer(NO_SUCH_ORDER));
        assertEquals(movesTo(AttemptState.ANOMALY), payAnswer(new PaymentAnswer.Anomaly("another order", EXCHANGE)));
        assertEquals(
                movesTo(AttemptState.SENDING),
                payAnswer(new PaymentAnswer.NotSent(UnknownReason.NO_CONNECTION, EXCHANGE)));
    }

    @Test
    void aSuccessOverAnotherAmountIsForAPerson() {
        assertEquals(movesTo(AttemptState.ANOMALY), payAnswer(paid(Money.ofFen(5_020), SENT)));
    }

    @Test
    void aSuccessFromLongBeforeWeSentIsThatOfAnotherOrder() {
        assertEquals(movesTo(AttemptState.ANOMALY), payAnswer(paid(AMOUNT, SENT.minusSeconds(601))));
        assertInstanceOf(Verdict.Pays.class, payAnswer(paid(AMOUNT, SENT.minusSeconds(599))));
    }

    @Test
    void aClockThatIsOffDoesNotTurnASuccessIntoAnError() {
        // This machine is an hour fast: in its time the payment seems an hour old, but the provider's clock explains
        // it.
        Exchange behind = new Exchange("10000", null, null, null, 40, -3_600_000L);
        PaymentAnswer paid =
                new PaymentAnswer.Paid("2026112222001", AMOUNT, SENT.minusSeconds(3_599), null, null, behind);
        assertInstanceOf(Verdict.Pays.class, payAnswer(paid));
    }

    @Test
    void beforeTheDeadlineNotPaidOnlyMeansNotYet() {
        Waits early = asking(NOW - 59_000, NOW - 100);
        assertEquals(movesTo(AttemptState.PENDING), query(attempt(AttemptState.PENDING), early, PENDING));
        assertEquals(movesTo(AttemptState.UNKNOWN), query(attempt(AttemptState.UNKNOWN), early, NO_SUCH_ORDER));
    }

    @Test
    void behindTheDeadlineAFreshSignedNotPaidCancels() {
        Waits late = asking(NOW - 60_000, NOW - 100);
        assertEquals(
                new Verdict.Cancels(AttemptState.PENDING, CancelCause.DEADLINE),
                query(attempt(AttemptState.PENDING), late, PENDING));
        assertEquals(
                new Verdict.Cancels(AttemptState.UNKNOWN, CancelCause.DEADLINE),
                query(attempt(AttemptState.UNKNOWN), late, NO_SUCH_ORDER));
    }

    @Test
    void behindTheDeadlineASlowNotPaidIsAskedForAgain() {
        Waits slow = asking(NOW - 90_000, NOW - 5_001);
        assertEquals(movesTo(AttemptState.PENDING), query(attempt(AttemptState.PENDING), slow, PENDING));
    }

    @Test
    void silenceProvesNothingHoweverLongItLasts() {
        Waits hours = asking(0, NOW - 100);
        assertEquals(movesTo(AttemptState.UNKNOWN), query(attempt(AttemptState.UNKNOWN), hours, SILENCE));
        assertEquals(movesTo(AttemptState.PENDING), query(attempt(AttemptState.PENDING), hours, SILENCE));
    }

    @Test
    void aRefusedQuestionSaysNothingAboutTheOrder() {
        Waits late = asking(0, NOW - 100);
        assertEquals(movesTo(AttemptState.UNKNOWN), query(attempt(AttemptState.UNKNOWN), late, DECLINED));
    }

    @Test
    void whoKeepsTheGoodsIsNeverCancelledByTheMachine() {
        Waits late = asking(0, NOW - 100);
        assertEquals(
                movesTo(AttemptState.PENDING),
                query(attempt(AttemptState.PENDING).keptByCustomer(), late, PENDING));
    }

    @Test
    void aLateAnswerOfPayIsOnlyEvidenceOnceTheCancelWasDecided() {
        Attempt cancelling = attempt(AttemptState.SENDING).cancelling(CancelCause.STOPPED);
        Verdict verdict = machine.judge(cancelling, Waits.begunAt(NOW), ProviderCall.PAY, false, PAID, NOW);
        assertEquals(movesTo(AttemptState.CANCELLING), verdict);
    }

    @Test
    void aCancelIsConfirmedByAQuery() {
        Attempt cancelling = attempt(AttemptState.PENDING).cancelling(CancelCause.DEADLINE);
        CancelAnswer closed = new CancelAnswer.Accepted(CancelAnswer.Action.CLOSE, null, EXCHANGE);
        assertEquals(movesTo(AttemptState.CANCELLING), machine.judge(cancelling, closed));
        Attempt answered = cancelling.answered(evidence(AttemptState.CANCELLING, AnswerKind.CANCEL_CLOSED));
        assertEquals(new AttemptStep.Call(ProviderCall.QUERY), machine.next(answered, Waits.begunAt(NOW), false, NOW));
        assertEquals(movesTo(AttemptState.REVERSED), query(answered, asking(NOW, NOW), CLOSED));
    }

    @Test
    void aCancelThatSawNoTradeIsWatched() {
        Attempt cancelling = attempt(AttemptState.UNKNOWN).cancelling(CancelCause.DEADLINE);
        CancelAnswer none = new CancelAnswer.Accepted(CancelAnswer.Action.NONE, null, EXCHANGE);
        assertEquals(movesTo(AttemptState.WATCH), machine.judge(cancelling, none));
    }

    @Test
    void moneyThatArrivesForAWatchedOrderGoesBackByItself() {
        Attempt watched = attempt(AttemptState.WATCH);
        assertEquals(
                new Verdict.Cancels(AttemptState.WATCH, CancelCause.LATE_MONEY),
                query(watched, asking(NOW - 30_000, NOW), PAID));
    }

    @Test
    void anUnpaidOrderThatTurnsUpAfterItsCancelIsCalledOffAgainAndNotCalledMoney() {
        Attempt watched = attempt(AttemptState.WATCH);
        assertEquals(
                new Verdict.Cancels(AttemptState.WATCH, CancelCause.LATE_ORDER),
                query(watched, asking(NOW - 30_000, NOW), PENDING));
    }

    @Test
    void aWatchEndsOnlyWithASignedNoAfterHalfAnHour() {
        Attempt watched = attempt(AttemptState.WATCH);
        assertEquals(movesTo(AttemptState.WATCH), query(watched, asking(NOW - 299_000, NOW), NO_SUCH_ORDER));
        assertEquals(movesTo(AttemptState.WATCH), query(watched, asking(NOW - 1_800_000, NOW), SILENCE));
        assertEquals(movesTo(AttemptState.NOT_FOUND), query(watched, asking(NOW - 1_800_000, NOW), NO_SUCH_ORDER));
    }

    @Test
    void aRefusedCancelOfPaidMoneyIsForAPerson() {
        Attempt refused = attempt(AttemptState.PENDING)
                .cancelling(CancelCause.DEADLINE)
                .answered(evidence(AttemptState.CANCELLING, AnswerKind.CANCEL_REFUSED));
        assertEquals(movesTo(AttemptState.NEEDS_PERSON), query(refused, asking(NOW, NOW), PAID));
    }

    @Test
    void aPersonsWordThatTheGoodsAreGoneLetsProvenMoneyStand() {
        Attempt awaited = attempt(AttemptState.NEEDS_PERSON);
        assertEquals(movesTo(AttemptState.NEEDS_PERSON), query(awaited, asking(NOW, NOW), PAID));
        assertInstanceOf(Verdict.Pays.class, query(awaited.keptByCustomer(), asking(NOW, NOW), PAID));
    }

    @ParameterizedTest
    @EnumSource(
            value = CancelCause.class,
            names = {"DEADLINE", "STOPPED"})
    void aCancelThatNoScreenMayHaveShownIsAskedAboutFirst(CancelCause cause) {
        Attempt cancelling = attempt(AttemptState.PENDING).cancelling(cause);
        Waits found = Waits.foundAt(NOW);
        assertEquals(new AttemptStep.Call(ProviderCall.QUERY), machine.next(cancelling, found, false, NOW));
        assertEquals(movesTo(AttemptState.NEEDS_PERSON), query(cancelling, found, PAID));
        Attempt stillUnpaid = cancelling.answered(evidence(AttemptState.CANCELLING, AnswerKind.PENDING));
        Waits after = machine.afterExchange(
                found.calling(ProviderCall.QUERY, 1, NOW),
                AttemptState.CANCELLING,
                stillUnpaid,
                ProviderCall.QUERY,
                true,
                NOW);
        assertEquals(new AttemptStep.Call(ProviderCall.CANCEL), machine.next(stillUnpaid, after, false, NOW));
    }

    @Test
    void cancelIsRepeatedForEverWithGrowingPauses() {
        Attempt cancelling = attempt(AttemptState.PENDING).cancelling(CancelCause.DEADLINE);
        Waits waits = Waits.begunAt(NOW);
        long[] pauses = {2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 60_000};
        for (long pause : pauses) {
            waits = machine.afterExchange(
                    waits.calling(ProviderCall.CANCEL, 1, NOW),
                    AttemptState.CANCELLING,
                    cancelling,
                    ProviderCall.CANCEL,
                    false,
                    NOW);
            assertEquals(NOW + pause, waits.nextCallMs());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = AttemptState.class,
            names = {"PAID", "DECLINED", "CLOSED", "VOID", "REVERSED", "NOT_FOUND", "ANOMALY"})
    void whatIsOverRestsAndStaysWhatItIs(AttemptState state) {
        assertEquals(new AttemptStep.Rest(), machine.next(attempt(state), Waits.begunAt(NOW), true, NOW));
        assertEquals(movesTo(state), query(attempt(state), asking(NOW, NOW), PAID));
    }

    private static AttemptAnswered evidence(AttemptState state, AnswerKind kind) {
        ProviderCall call = kind.name().startsWith("CANCEL_") ? ProviderCall.CANCEL : ProviderCall.QUERY;
        return new AttemptAnswered(new OrderNumber("T001K70000004201abcdef"), call, kind, state, null, null, EXCHANGE);
    }
}
