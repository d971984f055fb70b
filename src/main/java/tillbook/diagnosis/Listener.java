package tillbook.diagnosis;

import tillbook.diagnosis.check.Check;
import tillbook.diagnosis.check.CheckAnswer;

/** Hears a run while it goes on, one call after the other, on the thread that runs it. */
public interface Listener {
    /** The first thing that is said: where the money and the vouchers are. */
    default void situation(Whereabouts whereabouts) {}

    /** A check has begun. */
    default void begun(Check check) {}

    /** A check has ended. */
    default void answered(CheckAnswer answer) {}
}
