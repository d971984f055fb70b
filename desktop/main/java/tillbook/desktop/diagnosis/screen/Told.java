package tillbook.desktop.diagnosis.screen;

import java.util.List;
import tillbook.desktop.diagnosis.Aftermath.Became;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.Report;
import tillbook.diagnosis.Whereabouts;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.diagnosis.check.Subject;

/** What the examiner has to say. Immutable. */
sealed interface Told {
    /** Of one run of the checks, or of one mend: what comes of a run that was given up is not listened to. */
    sealed interface OfRun extends Told {
        int run();
    }

    /** A check is at work and is over within this time at the latest. */
    record Begun(int run, Subject subject, long deadlineMs) implements OfRun {}

    record Answered(int run, CheckAnswer answer) implements OfRun {}

    record Ended(int run, Report report) implements OfRun {}

    record Mended(int run, MendResult result) implements OfRun {}

    /** A fault of the program; it was noted. */
    record Fault(int run, String code) implements OfRun {}

    /** Where money and vouchers are now, and what became of what was open when the wizard was opened. */
    record Stands(Whereabouts where, List<Became> since) implements Told {
        public Stands {
            since = List.copyOf(since);
        }
    }
}
