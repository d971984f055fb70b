package tillbook.journal.search;

/** What a comparison of the copy with the tape found. */
public sealed interface Verification {
    /**
     * Everything agrees.
     *
     * @param events how many were compared
     */
    record Whole(long events) implements Verification {}

    /** An event is not the one on the tape, or one of them is missing. */
    record EventDiffers(long sequence) implements Verification {}

    /** A table does not hold what was projected into it, or an index does not lead to it. */
    record TableDiffers(String table) implements Verification {}

    /** The database could not be read to its end. */
    record Unreadable(SearchProblem problem) implements Verification {}
}
