package tillbook.journal.tape;

/**
 * How a tape is opened. Immutable.
 *
 * @param segmentBytes size of a new segment: 4 KiB to 1 GiB, a multiple of 8
 * @param appliedThrough the highest sequence that the search database has applied, 0 if none: a tape that ends before it is damaged
 */
public record TapeOptions(int segmentBytes, long appliedThrough) {
    /**
     * 4 MiB, about 2,500 sales: a start reads one segment, and with twice as much it took over a second longer. Less would
     * make {@link #payloadBytesMax()} smaller.
     */
    public static final int PRODUCTION_SEGMENT_BYTES = 4 << 20;

    /** No record and no snapshot is larger than 1 MiB, whatever the segment could hold. */
    public static final int RECORD_BYTES_MAX = 1 << 20;

    private static final int SEGMENT_BYTES_MIN = 4 << 10;
    private static final int SEGMENT_BYTES_MAX = 1 << 30;

    public TapeOptions {
        if (segmentBytes < SEGMENT_BYTES_MIN || segmentBytes > SEGMENT_BYTES_MAX || segmentBytes % 8 != 0) {
            throw new IllegalArgumentException(
                    "a segment has 4 KiB to 1 GiB, in steps of 8 bytes, not " + segmentBytes);
        }
        if (appliedThrough < 0) throw new IllegalArgumentException("nothing applied is 0, not " + appliedThrough);
    }

    /** The sizes of a register that sells. */
    public static TapeOptions production(long appliedThrough) {
        return new TapeOptions(PRODUCTION_SEGMENT_BYTES, appliedThrough);
    }

    /** Largest payload in bytes: {@link #RECORD_BYTES_MAX}, or a quarter of a small segment. */
    public int payloadBytesMax() {
        return Math.min(RECORD_BYTES_MAX, segmentBytes / 4);
    }

    /** Most bytes that may wait for one force, so that they and a snapshot always fit in a new segment. */
    int groupBytesMax() {
        return segmentBytes / 2;
    }
}
