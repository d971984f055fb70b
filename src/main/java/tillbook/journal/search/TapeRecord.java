package tillbook.journal.search;

import java.util.HexFormat;

/**
 * A record as it stands on the tape. The arrays are not copied: whoever hands one over does not touch it again.
 * Immutable by that agreement, and so safe from any thread.
 */
public final class TapeRecord {
    /** The length of a SHA-256. */
    public static final int HASH_BYTES = 32;

    /** What one column of the database holds: 1 MiB. The largest sale is a tenth of it. */
    public static final int PAYLOAD_BYTES_MAX = 1_048_576;

    private final long sequence;
    private final byte[] hash;
    private final byte[] payload;

    /**
     * Names a record.
     *
     * @param sequence from 1, without gaps
     * @param hash SHA-256 of the whole record, {@link #HASH_BYTES} long, which the next record's chain repeats
     * @param payload the JSON of the record, at most {@link #PAYLOAD_BYTES_MAX}
     */
    public TapeRecord(long sequence, byte[] hash, byte[] payload) {
        if (sequence < 1) throw new IllegalArgumentException("a record's sequence begins at 1, not at " + sequence);
        if (hash.length != HASH_BYTES) throw new IllegalArgumentException("a hash has 32 bytes, not " + hash.length);
        if (payload.length > PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException("record " + sequence + " has over 1 MiB: " + payload.length + " bytes");
        }
        this.sequence = sequence;
        this.hash = hash;
        this.payload = payload;
    }

    public long sequence() {
        return sequence;
    }

    /** SHA-256 of the record; not to be changed. */
    public byte[] hash() {
        return hash;
    }

    /** The payload's bytes exactly as written; not to be changed. */
    public byte[] payload() {
        return payload;
    }

    @Override
    public String toString() {
        return "record " + sequence + " " + HexFormat.of().formatHex(hash, 0, 4);
    }
}
