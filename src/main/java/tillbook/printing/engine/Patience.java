package tillbook.printing.engine;

/**
 * How long to wait for a printer, in ms. None of these times ever proves that something was not printed. Immutable.
 *
 * @param statusMs of silence until a late answer is taken to be under way no more, and for a word that a printer gives
 *     before all its work
 * @param probeMs for one that an idle printer gives in the line of its work, asked once in its life
 * @param busyMs for a status, before a sheet and within it: one that is busy, or behind a slow line, answers late
 * @param jobMs for a job, beside its length
 * @param slowestBytesPerSecond of the slowest printer there is
 * @param pollMs between two questions while waiting
 */
public record Patience(long statusMs, long probeMs, long busyMs, long jobMs, int slowestBytesPerSecond, long pollMs) {
    /** 9600 baud is the slowest line a printer has; answers after 8 s are normal. */
    public static final Patience USUAL = new Patience(500, 3_000, 3_000, 10_000, 900, 250);

    /** How long a job of so many bytes may take. */
    long ofJob(int bytes) {
        return jobMs + bytes * 1_000L / slowestBytesPerSecond;
    }
}
