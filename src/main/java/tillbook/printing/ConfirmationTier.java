package tillbook.printing;

/** How much a printer can say of its paper, the most first. Probed once and kept for the printer. */
public enum ConfirmationTier {
    /** Says of each job that all of it is printed ({@code GS ( H}). */
    PROCESS_ID,
    /** Answers a question when it comes to it in the line of its work ({@code GS r}), so what stood before it was worked off. */
    BARRIER,
    /** Says how it is at this moment ({@code DLE EOT}), and nothing of any job. */
    REAL_TIME,
    /** Says nothing: "cannot tell", which is neither good nor bad. */
    SILENT;

    /** Whether this tier knows all that {@code other} knows. */
    public boolean covers(ConfirmationTier other) {
        return compareTo(other) <= 0;
    }

    /** The lesser of the two: a line that carries no answers silences the best printer. */
    public ConfirmationTier atMost(ConfirmationTier ceiling) {
        return covers(ceiling) ? ceiling : this;
    }
}
