package tillbook.diagnosis.check;

import java.util.Optional;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.RegisterProbe;

/** Whether the register was closed in good order before. Immutable. */
record EndingCheck(Optional<RegisterProbe> register) implements Check {
    @Override
    public Subject subject() {
        return Subject.ENDING;
    }

    @Override
    public CheckAnswer answer() {
        if (register.isEmpty()) return CheckAnswer.cannotTell(Subject.ENDING, "unknown");
        Optional<Boolean> unclean = register.get().endedUncleanly();
        if (unclean.isEmpty()) return CheckAnswer.cannotTell(Subject.ENDING, "atWork");
        return unclean.get()
                ? CheckAnswer.needsPerson(Subject.ENDING, "unclean").with(Sign.ENDED_UNCLEANLY, "")
                : CheckAnswer.fine(Subject.ENDING, "clean");
    }
}
