package tillbook.diagnosis.check;

/**
 * A check whose probes are looked for within its own deadline: settings, keys and tape lie on a disk that may hang.
 * Immutable.
 */
record Prepared(Subject subject, long deadlineMs, Once<? extends Check> check) implements Check {
    @Override
    public CheckAnswer answer() throws InterruptedException {
        return check.get().answer();
    }

    /** What a check says of its own lateness holds only if it had begun. */
    @Override
    public CheckAnswer overdue() {
        return check.ifFound().map(Check::overdue).orElseGet(() -> CheckAnswer.overdue(subject, deadlineMs));
    }
}
