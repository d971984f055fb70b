package tillbook.register;

import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.printing.PrintJobState;

/** Decides whether the receipt of a sale that was just paid prints by itself, or is held for a person. Pure. */
final class Vouchers {
    private Vouchers() {}

    /** Held if nobody may be waiting for it: it came late, the next customer was begun, or the clock cannot tell. */
    static Completion completion(RegisterState state, Attempt attempt, long wallMs, long printWithinMs) {
        long since = wallMs - attempt.sendingAt();
        if (since < 0) return held(HeldCause.CLOCK);
        if (!attempt.facts().receipt().equals(state.atCounter())) return held(HeldCause.NEXT_CUSTOMER);
        if (since > printWithinMs) return held(HeldCause.LATE);
        return new Completion(PrintJobState.QUEUED, null);
    }

    private static Completion held(HeldCause cause) {
        return new Completion(PrintJobState.HELD, cause);
    }
}
