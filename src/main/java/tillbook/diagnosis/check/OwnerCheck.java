package tillbook.diagnosis.check;

import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.OwnerProbe;
import tillbook.settings.OwnerLock;

/** Whether another process works on the same data. Immutable. */
record OwnerCheck(OwnerProbe owner) implements Check {
    @Override
    public Subject subject() {
        return Subject.OWNER;
    }

    @Override
    public CheckAnswer answer() {
        return owner.another().map(OwnerCheck::held).orElseGet(() -> CheckAnswer.fine(Subject.OWNER, "alone"));
    }

    private static CheckAnswer held(OwnerLock.Owner other) {
        String who = other.what() + " " + other.pid() + " " + other.user();
        return CheckAnswer.needsPerson(Subject.OWNER, "held", other.what(), other.pid(), other.user())
                .with(Sign.OTHER_PROCESS, who);
    }
}
