package tillbook.diagnosis.check;

/**
 * One small check of one thing. It changes nothing that lasts. Its thread may be interrupted at its deadline, upon which it
 * ends as soon as it can; what it answers after that is not listened to.
 */
public interface Check {
    /** For most of them: an answer that takes longer is no help to somebody at the counter, ms. */
    long DEADLINE_MS = 3_000;

    Subject subject();

    /** From its start, ms. */
    default long deadlineMs() {
        return DEADLINE_MS;
    }

    /** Measures. Blocks until it knows. */
    CheckAnswer answer() throws InterruptedException;

    /** What it means that there is no answer by the deadline. */
    default CheckAnswer overdue() {
        return CheckAnswer.overdue(subject(), deadlineMs());
    }
}
