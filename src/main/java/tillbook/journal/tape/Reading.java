package tillbook.journal.tape;

/** What came of reading or verifying a tape. */
public sealed interface Reading {
    /**
     * Every record asked for is whole and the chain holds.
     *
     * @param last sequence of the last record, 0 if there is none
     * @param lastHash its hash
     */
    record Whole(long last, ChainHash lastHash) implements Reading {}

    /** The tape is not as it was written; records before that place were handed over. */
    record Broken(Damage damage) implements Reading {}

    /** A newer Tillbook wrote this segment; records before it were handed over. */
    record TooNew(String segment, int formatVersion) implements Reading {}
}
