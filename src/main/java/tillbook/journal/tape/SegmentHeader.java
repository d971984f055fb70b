package tillbook.journal.tape;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The first 128 bytes of a segment. Magic, version and the CRC32C in the last four bytes keep their place in every
 * version, so that an older Tillbook can tell a newer tape from a damaged one.
 *
 * <pre>
 *   0  magic "TILLTAPE"      8  format version (int)   12  header bytes (int)
 *  16  segment number       24  first sequence         32  sequence it continues   40  hash it continues (32 bytes)
 *  72  1 if the segment before bears a seal, else 0 (int)                          76  zeros   124  CRC32C of 0..123
 * </pre>
 *
 * @param formatVersion {@link #VERSION} in every tape this Tillbook writes
 * @param segmentNumber from 1, one more than the segment before
 * @param continues the sequence this segment continues, 0 at the very beginning; older records beyond it are void
 * @param continuesHash hash of that record
 * @param afterSeal whether the segment before was sealed, so that a seal that vanished is seen
 */
record SegmentHeader(
        int formatVersion, long segmentNumber, long continues, ChainHash continuesHash, boolean afterSeal) {
    static final int BYTES = 128;
    static final int VERSION = 1;

    private static final long MAGIC =
            ByteBuffer.wrap("TILLTAPE".getBytes(StandardCharsets.US_ASCII)).getLong();
    private static final int CRC_AT = BYTES - Integer.BYTES;

    long firstSequence() {
        return continues + 1;
    }

    boolean isTooNew() {
        return formatVersion > VERSION;
    }

    void putInto(ByteBuffer out) {
        ByteBuffer head = ByteBuffer.allocate(BYTES);
        head.putLong(MAGIC).putInt(formatVersion).putInt(BYTES);
        head.putLong(segmentNumber).putLong(firstSequence()).putLong(continues);
        continuesHash.putInto(head);
        head.putInt(afterSeal ? 1 : 0);
        head.putInt(CRC_AT, crc(head.array()));
        out.put(head.array());
    }

    /** Reads the head of a segment; null if it is not whole. */
    static @Nullable SegmentHeader parse(byte[] segment) {
        if (segment.length < BYTES) return null;
        ByteBuffer head = ByteBuffer.wrap(segment, 0, BYTES);
        if (head.getLong(0) != MAGIC || head.getInt(CRC_AT) != crc(segment)) return null;
        return new SegmentHeader(
                head.getInt(8), head.getLong(16), head.getLong(32), ChainHash.at(segment, 40), head.getInt(72) == 1);
    }

    private static int crc(byte[] head) {
        CRC32C crc = new CRC32C();
        crc.update(head, 0, CRC_AT);
        return (int) crc.getValue();
    }
}
