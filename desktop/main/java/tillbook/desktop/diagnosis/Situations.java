package tillbook.desktop.diagnosis;

import java.util.function.Predicate;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.check.Situation.OpenPayment;
import tillbook.diagnosis.check.Situation.OwedVoucher;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;
import tillbook.register.VouchersOwed;

/** What is open in a register's state, in the words of the diagnosis. Stateless. */
public final class Situations {
    private Situations() {}

    /**
     * Of a state.
     *
     * @param otherAccount whether an attempt is of an account that is not set any more
     * @param nowMs the wall clock
     */
    public static Situation of(RegisterState state, Predicate<Attempt> otherAccount, long nowMs) {
        return new Situation(
                state.openAttempts()
                        .map(attempt -> payment(attempt, otherAccount.test(attempt), nowMs))
                        .toList(),
                state.owed().newest().stream().map(owed -> voucher(owed, nowMs)).toList(),
                state.owed().countOlder());
    }

    private static OpenPayment payment(Attempt attempt, boolean otherAccount, long nowMs) {
        AttemptAnswered last = attempt.last();
        return new OpenPayment(
                attempt.facts().receipt(),
                attempt.facts().amount(),
                attempt.state(),
                attempt.sendingAt() == 0 ? 0 : age(attempt.sendingAt(), nowMs),
                last == null ? null : last.unknown(),
                otherAccount);
    }

    private static OwedVoucher voucher(VouchersOwed.Owed owed, long nowMs) {
        return new OwedVoucher(owed.receipt(), owed.amount(), owed.job(), age(owed.since(), nowMs));
    }

    /** A clock that was set back makes nothing younger than now. */
    private static long age(long sinceMs, long nowMs) {
        return Math.max(0, nowMs - sinceMs);
    }
}
