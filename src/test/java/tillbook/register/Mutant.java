package tillbook.register;

import java.util.Optional;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalWriter;
import tillbook.payment.AttemptState;
import tillbook.payment.CancelAnswer;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.ProviderCall;
import tillbook.printing.PrintJobState;

/** A register with one rule of money broken. The storm must turn red on each, or it proves nothing. */
enum Mutant {
    NONE,
    /** The request leaves before its intent is durable. */
    INTENT_AFTER_EFFECT,
    /** "No such order" is believed. */
    NO_SUCH_ORDER_IS_FINAL,
    /** A query that failed is believed to say "not paid". */
    FAILED_QUERY_IS_UNPAID,
    /** At the deadline the order is cancelled although the provider could not be reached. */
    BLIND_CANCEL_AT_THE_DEADLINE,
    /** Another payment is begun while the outcome of the first is unknown. */
    SECOND_ATTEMPT_WHILE_ONE_IS_UNKNOWN,
    /** A success counts whatever its amount. */
    AMOUNT_NOT_COMPARED,
    /** A cancel that saw no trade is believed to be the end. */
    CANCEL_OK_IS_TRUSTED,
    /** A success that comes after the cancel was decided completes the sale. */
    SUCCESS_AFTER_CANCEL_COUNTS,
    /** A slow "not paid" is as good as a fresh one. */
    STALE_ANSWER_CANCELS,
    /** A cancel that no screen may have shown is carried on blindly after a crash. */
    CANCEL_GOES_ON_AFTER_A_CRASH,
    /** A sheet is begun before that is durable. */
    FIRST_BYTE_BEFORE_ITS_RECORD,
    /** A sheet that was found at the printer after a crash is taken for one that was never begun. */
    FOUND_SHEET_PRINTS_AGAIN;

    /** What a start makes of the records. */
    RegisterState found(RegisterState state) {
        if (this != FOUND_SHEET_PRINTS_AGAIN) return state;
        RegisterState all = state;
        for (VouchersOwed.Waiting one : state.owed().underWay()) {
            all = all.with(all.owed().moved(one.receipt(), one.sheet().copy(), PrintJobState.QUEUED, null));
        }
        return all;
    }

    JournalWriter journal(JournalWriter real) {
        if (this != INTENT_AFTER_EFFECT) return real;
        return new JournalWriter() {
            private boolean waiting;

            @Override
            public long append(byte[] payload) {
                if (waiting) real.force();
                waiting = false;
                return real.append(payload);
            }

            @Override
            public void force() {
                waiting = true;
            }

            @Override
            public long bytesSetAside() {
                return real.bytesSetAside();
            }

            @Override
            public boolean recover() {
                return real.recover();
            }
        };
    }

    Counter counter(Shop shop, java.util.function.Supplier<String> suffix) {
        if (this != SECOND_ATTEMPT_WHILE_ONE_IS_UNKNOWN) return new Counter(shop, suffix);
        return new Counter(shop, suffix) {
            @Override
            Optional<Attempt> blocking(SaleState sale) {
                return sale.living().filter(attempt -> attempt.state() != AttemptState.UNKNOWN);
            }
        };
    }

    AttemptMachine machine(PaymentRules original) {
        PaymentRules rules = this == STALE_ANSWER_CANCELS ? withoutFreshness(original) : original;
        Mutant mutant = this;
        return new AttemptMachine(rules) {
            @Override
            Verdict judge(
                    Attempt attempt,
                    Waits waits,
                    ProviderCall call,
                    boolean current,
                    PaymentAnswer answer,
                    long nowMs) {
                boolean asking = attempt.state() == AttemptState.UNKNOWN || attempt.state() == AttemptState.PENDING;
                boolean late = nowMs - waits.sinceMs() >= rules.confirmWithinMs();
                if (mutant == NO_SUCH_ORDER_IS_FINAL && asking && answer instanceof PaymentAnswer.NoSuchOrder) {
                    return new Verdict.MovesTo(AttemptState.CLOSED);
                }
                if (mutant == FAILED_QUERY_IS_UNPAID && asking && answer instanceof PaymentAnswer.Unknown) {
                    return new Verdict.MovesTo(AttemptState.CLOSED);
                }
                if (mutant == BLIND_CANCEL_AT_THE_DEADLINE
                        && asking
                        && late
                        && answer instanceof PaymentAnswer.Unknown) {
                    return new Verdict.Cancels(attempt.state(), CancelCause.DEADLINE);
                }
                if (mutant == SUCCESS_AFTER_CANCEL_COUNTS
                        && attempt.state() == AttemptState.CANCELLING
                        && answer instanceof PaymentAnswer.Paid paid) {
                    return new Verdict.Pays(paid);
                }
                return super.judge(attempt, waits, call, current, answer, nowMs);
            }

            @Override
            Verdict judge(Attempt attempt, CancelAnswer answer) {
                boolean sawNothing = answer instanceof CancelAnswer.Accepted accepted
                        && accepted.action() == CancelAnswer.Action.NONE;
                return mutant == CANCEL_OK_IS_TRUSTED && sawNothing
                        ? new Verdict.MovesTo(AttemptState.REVERSED)
                        : super.judge(attempt, answer);
            }

            @Override
            boolean mayHaveLeft(Attempt attempt, Waits waits) {
                return mutant != CANCEL_GOES_ON_AFTER_A_CRASH && super.mayHaveLeft(attempt, waits);
            }

            @Override
            boolean matches(Attempt attempt, PaymentAnswer.Paid paid) {
                return mutant == AMOUNT_NOT_COMPARED || super.matches(attempt, paid);
            }
        };
    }

    private static PaymentRules withoutFreshness(PaymentRules rules) {
        return new PaymentRules(
                rules.queryEveryMs(),
                rules.confirmWithinMs(),
                Long.MAX_VALUE,
                rules.cancelNotBeforeMs(),
                rules.backoffMs(),
                rules.watchEveryMs(),
                rules.watchForMs(),
                rules.watchAgainMs(),
                rules.personEveryMs(),
                rules.sendsMax(),
                rules.printWithinMs(),
                rules.olderThanSendingMs());
    }
}
