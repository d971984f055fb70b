package tillbook.journal.search;

/** How the searchable copy was found, and what was done about it. */
public sealed interface Opened permits Opened.Ready, Opened.CaughtUp, Rebuilt, Opened.AheadOfTape, Opened.Failed {
    /** It agreed with the tape to the last record. */
    record Ready(JournalSearch search) implements Opened {}

    /**
     * It was behind and has followed.
     *
     * @param records how many were missing
     */
    record CaughtUp(JournalSearch search, long records) implements Opened {}

    /**
     * It is sound and knows records that the tape does not: the tape is damaged, and this file is the witness. Nothing
     * was opened or changed; the tape is mended first, through {@link SearchWitness}.
     */
    record AheadOfTape(long applied, long acknowledged) implements Opened {}

    /** It could be neither opened nor made anew. Selling goes on; searching has to wait. */
    record Failed(SearchProblem problem) implements Opened {}
}
