package tillbook.diagnosis;

import tillbook.diagnosis.check.Check;
import tillbook.diagnosis.check.CheckAnswer;

/** Hears a run while it goes on, one call after the other, on the thread that runs it. */
public interface Listener {
    /** Where the money and the vouchers are: said before any answer of a check. */
    default void situation(Whereabouts whereabouts) {}

    /** A check has begun. */
    default void begun(Check check) {}

    /** A check has ended. */
    default void answered(CheckAnswer answer) {}
}
