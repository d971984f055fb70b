package tillbook.register;

import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.MoveCause;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.CancelAnswer;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.ProviderCall;

/**
 * The payment machine: what to do next for an attempt, and what an answer means to it. Pure, and the only place where
 * this is decided. Its four rules: a failed or empty query proves nothing; a deadline cancels only behind a fresh signed
 * "not paid"; a cancel, once decided, is carried through until a query confirms it; what looks like money but does not
 * match is for a person.
 */
class AttemptMachine {
    /** Longer than any exchange may take with the largest time-outs of the settings, ms. */
    private static final long CALL_LOST_AFTER_MS = 120_000;

    private final PaymentRules rules;

    AttemptMachine(PaymentRules rules) {
        this.rules = rules;
    }

    /**
     * The next step.
     *
     * @param canSend the payment code is still in memory, so the request itself can be sent (again)
     */
    AttemptStep next(Attempt attempt, Waits waits, boolean canSend, long nowMs) {
        return switch (attempt.state()) {
            case CREATED -> new AttemptStep.Move(AttemptState.VOID, MoveCause.NEVER_SENT);
            case SENDING -> nextWhileSending(waits, canSend, nowMs);
            case PENDING, UNKNOWN, WATCH, NEEDS_PERSON -> callWhenDue(ProviderCall.QUERY, waits, nowMs);
            case ANOMALY ->
                attempt.goodsKept() ? callWhenDue(ProviderCall.QUERY, waits, nowMs) : new AttemptStep.Rest();
            case CANCELLING ->
                callWhenDue(queriesFirst(attempt, waits) ? ProviderCall.QUERY : ProviderCall.CANCEL, waits, nowMs);
            case PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> new AttemptStep.Rest();
        };
    }

    private boolean queriesFirst(Attempt attempt, Waits waits) {
        return attempt.confirming() || mayHaveLeft(attempt, waits);
    }

    /**
     * A cancel that an earlier process decided and nobody ever saw answered: its screen may have gone dark before it said
     * so, and a customer whose phone showed a success may have left with the goods. What came late is another matter: its
     * order had been called off before.
     */
    boolean mayHaveLeft(Attempt attempt, Waits waits) {
        boolean calledOffBefore =
                attempt.cancel() == CancelCause.LATE_MONEY || attempt.cancel() == CancelCause.LATE_ORDER;
        return waits.foundAtStart() && !calledOffBefore && attempt.cancelAnswer() == null;
    }

    private AttemptStep nextWhileSending(Waits waits, boolean canSend, long nowMs) {
        if (waits.call() != null) return lost(waits, nowMs) ? foundSending() : new AttemptStep.WaitUntil(lostAt(waits));
        if (!canSend) return foundSending();
        if (waits.sends() >= rules.sendsMax()) return new AttemptStep.Move(AttemptState.VOID, MoveCause.NO_CONNECTION);
        return callWhenDue(ProviderCall.PAY, waits, nowMs);
    }

    private static AttemptStep foundSending() {
        return new AttemptStep.Move(AttemptState.UNKNOWN, MoveCause.FOUND_SENDING);
    }

    /** A fault of the program ate the answer: the exchange is over, and it proved nothing. */
    private static boolean lost(Waits waits, long nowMs) {
        return nowMs >= lostAt(waits);
    }

    private static long lostAt(Waits waits) {
        return waits.callSinceMs() + CALL_LOST_AFTER_MS;
    }

    private static AttemptStep callWhenDue(ProviderCall call, Waits waits, long nowMs) {
        if (waits.call() != null && !lost(waits, nowMs)) return new AttemptStep.WaitUntil(lostAt(waits));
        return nowMs >= waits.nextCallMs() ? new AttemptStep.Call(call) : new AttemptStep.WaitUntil(waits.nextCallMs());
    }

    /**
     * What an answer to pay or query means.
     *
     * @param current the answer of the exchange under way; false for that of an earlier one, which is evidence only
     */
    Verdict judge(Attempt attempt, Waits waits, ProviderCall call, boolean current, PaymentAnswer answer, long nowMs) {
        return switch (attempt.state()) {
            case SENDING -> whileSending(attempt, answer);
            case PENDING, UNKNOWN -> whileAsking(attempt, waits, call, current, answer, nowMs);
            case CANCELLING -> whileCancelling(attempt, waits, call, answer);
            case WATCH -> whileWatching(waits, answer, nowMs);
            case NEEDS_PERSON -> whileAPersonIsAwaited(attempt, answer);
            case ANOMALY -> whileAnAnomalyStands(attempt, answer);
            case CREATED, PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> new Verdict.MovesTo(attempt.state());
        };
    }

    private Verdict whileSending(Attempt attempt, PaymentAnswer answer) {
        return switch (answer) {
            case PaymentAnswer.Paid paid -> compared(attempt, paid);
            case PaymentAnswer.Pending _ -> new Verdict.MovesTo(AttemptState.PENDING);
            case PaymentAnswer.Declined _ -> new Verdict.MovesTo(AttemptState.DECLINED);
            case PaymentAnswer.Closed _ -> new Verdict.MovesTo(AttemptState.CLOSED);
            case PaymentAnswer.Anomaly _ -> new Verdict.MovesTo(AttemptState.ANOMALY);
            case PaymentAnswer.NotSent _ -> new Verdict.MovesTo(AttemptState.SENDING);
            case PaymentAnswer.NoSuchOrder _, PaymentAnswer.Unknown _ -> new Verdict.MovesTo(AttemptState.UNKNOWN);
        };
    }

    private Verdict whileAsking(
            Attempt attempt, Waits waits, ProviderCall call, boolean current, PaymentAnswer answer, long nowMs) {
        return switch (answer) {
            case PaymentAnswer.Paid paid -> compared(attempt, paid);
            case PaymentAnswer.Pending _ ->
                notPaidYet(attempt, waits, AttemptState.PENDING, current && call == ProviderCall.QUERY, nowMs);
            case PaymentAnswer.NoSuchOrder _ ->
                notPaidYet(attempt, waits, AttemptState.UNKNOWN, current && call == ProviderCall.QUERY, nowMs);
            case PaymentAnswer.Closed _ -> new Verdict.MovesTo(AttemptState.CLOSED);
            case PaymentAnswer.Anomaly _ -> new Verdict.MovesTo(AttemptState.ANOMALY);
            // A refused question says nothing about the order it asked for.
            case PaymentAnswer.Declined _, PaymentAnswer.NotSent _, PaymentAnswer.Unknown _ ->
                new Verdict.MovesTo(attempt.state());
        };
    }

    private Verdict notPaidYet(Attempt attempt, Waits waits, AttemptState state, boolean query, long nowMs) {
        boolean deadlinePassed = nowMs - waits.sinceMs() >= rules.confirmWithinMs();
        boolean fresh = nowMs - waits.callSinceMs() <= rules.freshWithinMs();
        return query && deadlinePassed && fresh && !attempt.goodsKept()
                ? new Verdict.Cancels(state, CancelCause.DEADLINE)
                : new Verdict.MovesTo(state);
    }

    private Verdict whileCancelling(Attempt attempt, Waits waits, ProviderCall call, PaymentAnswer answer) {
        if (call == ProviderCall.PAY) return new Verdict.MovesTo(AttemptState.CANCELLING);
        return switch (answer) {
            case PaymentAnswer.Closed _ -> new Verdict.MovesTo(AttemptState.REVERSED);
            case PaymentAnswer.Anomaly _ -> new Verdict.MovesTo(AttemptState.ANOMALY);
            case PaymentAnswer.Paid paid -> new Verdict.MovesTo(stillPaid(attempt, waits, paid));
            case PaymentAnswer.NoSuchOrder _ ->
                new Verdict.MovesTo(attempt.cancelTaken() ? AttemptState.WATCH : AttemptState.CANCELLING);
            case PaymentAnswer.Pending _, PaymentAnswer.Declined _, PaymentAnswer.NotSent _, PaymentAnswer.Unknown _ ->
                new Verdict.MovesTo(AttemptState.CANCELLING);
        };
    }

    private AttemptState stillPaid(Attempt attempt, Waits waits, PaymentAnswer.Paid paid) {
        if (!paid.amount().equals(attempt.facts().amount())) return AttemptState.ANOMALY;
        boolean refused = attempt.cancelAnswer() == AnswerKind.CANCEL_REFUSED;
        return refused || mayHaveLeft(attempt, waits) ? AttemptState.NEEDS_PERSON : AttemptState.CANCELLING;
    }

    private Verdict whileWatching(Waits waits, PaymentAnswer answer, long nowMs) {
        return switch (answer) {
            case PaymentAnswer.Paid _ -> new Verdict.Cancels(AttemptState.WATCH, CancelCause.LATE_MONEY);
            case PaymentAnswer.Pending _ -> new Verdict.Cancels(AttemptState.WATCH, CancelCause.LATE_ORDER);
            case PaymentAnswer.Closed _ -> new Verdict.MovesTo(AttemptState.CLOSED);
            case PaymentAnswer.Anomaly _ -> new Verdict.MovesTo(AttemptState.ANOMALY);
            case PaymentAnswer.NoSuchOrder _ ->
                new Verdict.MovesTo(
                        nowMs - waits.sinceMs() >= rules.watchAgainMs() ? AttemptState.NOT_FOUND : AttemptState.WATCH);
            case PaymentAnswer.Declined _, PaymentAnswer.NotSent _, PaymentAnswer.Unknown _ ->
                new Verdict.MovesTo(AttemptState.WATCH);
        };
    }

    /** The person's word "the customer keeps the goods" lets proven money stand. */
    private Verdict whileAPersonIsAwaited(Attempt attempt, PaymentAnswer answer) {
        if (answer instanceof PaymentAnswer.Paid paid && attempt.goodsKept()) return vouchedFor(attempt, paid);
        if (answer instanceof PaymentAnswer.Closed) {
            boolean cancelled = attempt.cancel() != null;
            return new Verdict.MovesTo(cancelled ? AttemptState.REVERSED : AttemptState.CLOSED);
        }
        return new Verdict.MovesTo(AttemptState.NEEDS_PERSON);
    }

    private Verdict whileAnAnomalyStands(Attempt attempt, PaymentAnswer answer) {
        return answer instanceof PaymentAnswer.Paid paid && attempt.goodsKept()
                ? vouchedFor(attempt, paid)
                : new Verdict.MovesTo(AttemptState.ANOMALY);
    }

    /** A person vouches for the goods, so a clock that was off counts no longer; the amount always does. */
    private Verdict vouchedFor(Attempt attempt, PaymentAnswer.Paid paid) {
        boolean right = paid.amount().equals(attempt.facts().amount());
        return right ? new Verdict.Pays(paid) : new Verdict.MovesTo(AttemptState.ANOMALY);
    }

    /** What an answer to cancel means. */
    Verdict judge(Attempt attempt, CancelAnswer answer) {
        if (attempt.state() != AttemptState.CANCELLING) return new Verdict.MovesTo(attempt.state());
        return switch (answer) {
            case CancelAnswer.Accepted accepted ->
                switch (accepted.action()) {
                    case NONE -> new Verdict.MovesTo(AttemptState.WATCH);
                    case CLOSE, REFUND -> new Verdict.MovesTo(AttemptState.CANCELLING);
                };
            case CancelAnswer.Retry _, CancelAnswer.Refused _, CancelAnswer.Unknown _ ->
                new Verdict.MovesTo(AttemptState.CANCELLING);
        };
    }

    /** A success counts only for the amount that was asked, and only if it is not that of an older order. */
    private Verdict compared(Attempt attempt, PaymentAnswer.Paid paid) {
        return matches(attempt, paid) ? new Verdict.Pays(paid) : new Verdict.MovesTo(AttemptState.ANOMALY);
    }

    boolean matches(Attempt attempt, PaymentAnswer.Paid paid) {
        return paid.amount().equals(attempt.facts().amount()) && !isOlder(attempt, paid);
    }

    /** Both times in this machine's clock: its error is the same on both sides of the comparison. */
    private boolean isOlder(Attempt attempt, PaymentAnswer.Paid paid) {
        Exchange exchange = paid.exchange();
        if (paid.paidAt() == null || attempt.sendingAt() == 0) return false;
        long ahead = exchange.providerAheadMs() == null ? 0 : exchange.providerAheadMs();
        long paidAtHere = paid.paidAt().toEpochMilli() - ahead;
        return paidAtHere < attempt.sendingAt() - rules.olderThanSendingMs();
    }

    /** When to ask again after an exchange of kind {@code call} that left the attempt as {@code after}. */
    Waits afterExchange(
            Waits waits, AttemptState before, Attempt after, ProviderCall call, boolean provedSomething, long nowMs) {
        AttemptState state = after.state();
        if (state == AttemptState.WATCH && before != AttemptState.WATCH) {
            return waits.anew(nowMs, nowMs + rules.watchEveryMs());
        }
        // While cancelling only the end is progress: every answer short of it makes the next pause longer.
        Waits ended = waits.ended(provedSomething && state != AttemptState.CANCELLING);
        boolean askedFirst = provedSomething && call == ProviderCall.QUERY && mayHaveLeft(after, waits);
        // The cancel leaves right behind the answer it rests on.
        if (askedFirst) return ended.askedSinceStart().nextAt(nowMs);
        return ended.nextAt(nowMs + pause(ended, after, call, nowMs));
    }

    private long pause(Waits waits, Attempt after, ProviderCall call, long nowMs) {
        long waited = nowMs - waits.sinceMs();
        return switch (after.state()) {
            case SENDING -> rules.backoff(Math.max(1, waits.failures()));
            case PENDING, UNKNOWN -> askingPause(waits, after, waited);
            case CANCELLING -> call == ProviderCall.CANCEL && after.confirming() ? 0 : rules.backoff(waits.failures());
            case WATCH -> watchingPause(waited);
            case CREATED, PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND, ANOMALY, NEEDS_PERSON ->
                rules.personEveryMs();
        };
    }

    private long askingPause(Waits waits, Attempt after, long waited) {
        boolean overdue = waited >= rules.confirmWithinMs();
        if (overdue && waits.failures() > 0) return Math.max(rules.queryEveryMs(), rules.backoff(waits.failures()));
        return overdue && after.goodsKept() ? rules.backoff(Integer.MAX_VALUE) : rules.queryEveryMs();
    }

    private long watchingPause(long waited) {
        if (waited < rules.watchForMs()) return rules.watchEveryMs();
        if (waited < rules.watchAgainMs()) return rules.watchAgainMs() - waited;
        return rules.backoff(Integer.MAX_VALUE);
    }

    /** The waits of an attempt whose cancel was just decided: it leaves at once, right behind the answer it rests on. */
    Waits afterCancelDecided(Waits waits, long nowMs) {
        return waits.anew(nowMs, Math.max(nowMs, waits.sinceMs() + rules.cancelNotBeforeMs()));
    }
}
