package tillbook.journal.search;

/**
 * The tape as its searchable copy sees it: forced records only, in order. Every method may be called from any thread; a
 * tape that cannot be read throws {@link java.io.UncheckedIOException}.
 */
public interface TapeSource {
    /** The last record whose force returned, 0 if there is none. */
    long acknowledgedThrough();

    /**
     * Hands out the records from one on, without gaps, to the last acknowledged at the time of the call or until the
     * consumer has enough.
     *
     * @param fromSequence from 1; beyond the end nothing is handed out
     */
    void read(long fromSequence, RecordConsumer consumer);

    /** Takes records one by one. */
    interface RecordConsumer {
        /** Takes one record; false ends the reading. */
        boolean accept(TapeRecord record);
    }
}
