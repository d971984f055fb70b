package tillbook.diagnosis.check;

import java.net.UnknownHostException;
import java.util.function.LongSupplier;
import tillbook.diagnosis.cause.Sign;

/** Whether the provider's name resolves. Immutable. */
record NameCheck(Line line, LongSupplier upMs) implements Check {
    @Override
    public Subject subject() {
        return Subject.NAME;
    }

    @Override
    public CheckAnswer answer() {
        if (line.provider().isEmpty()) return CheckAnswer.fine(Subject.NAME, "notNeeded");
        long since = upMs.getAsLong();
        try {
            String address = line.address().getAddress().getHostAddress();
            long ms = upMs.getAsLong() - since;
            return CheckAnswer.fine(Subject.NAME, "resolves", line.host(), address, ms)
                    .with(Sign.NAME_RESOLVES, ms, line.host());
        } catch (UnknownHostException e) {
            return CheckAnswer.needsPerson(Subject.NAME, "unresolved", line.host())
                    .with(Sign.NAME_UNRESOLVED, line.host());
        }
    }

    /** A name server that is not there is asked for longer than anybody waits. */
    @Override
    public CheckAnswer overdue() {
        return CheckAnswer.needsPerson(Subject.NAME, "noAnswer", line.host(), deadlineMs())
                .with(Sign.NAME_UNRESOLVED, line.host());
    }
}
