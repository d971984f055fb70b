package tillbook.journal.tape;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * One frame as it lies in a segment, big endian, padded with zeros to a multiple of eight.
 *
 * <pre>
 *   0  CRC32C of all that follows, padding included    4  length of the payload    8  kind (eight letters)
 *  16  forcedThrough    24  sequence    32  hash of the record before (32 bytes)    64  payload
 * </pre>
 *
 * From byte 24 to the end of the payload is what the {@link ChainHash} covers. Immutable view of an array that nobody
 * changes.
 */
final class Frame {
    static final int HEAD_BYTES = 64;

    private static final int KIND_AT = 8;
    private static final int FORCED_AT = 16;
    private static final int SEQUENCE_AT = 24;
    private static final int PREVIOUS_AT = 32;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private final FrameKind kind;

    /** Where the frame begins in its segment. */
    final int offset;

    private final int payloadBytes;

    private Frame(byte[] bytes, int offset, FrameKind kind, int payloadBytes) {
        this.bytes = bytes;
        this.offset = offset;
        this.kind = kind;
        this.payloadBytes = payloadBytes;
    }

    /** Bytes a frame with such a payload takes in a segment. */
    static int bytesFor(int payloadBytes) {
        return HEAD_BYTES + ((payloadBytes + 7) & ~7);
    }

    /** Writes a frame at the position of a buffer that has an array, and leaves the position behind it. */
    static void put(
            ByteBuffer out, FrameKind kind, long forcedThrough, long sequence, ChainHash previous, byte[] payload) {
        int start = out.position();
        out.putInt(0)
                .putInt(payload.length)
                .putLong(kind.word)
                .putLong(forcedThrough)
                .putLong(sequence);
        previous.putInto(out);
        out.put(payload);
        while (((out.position() - start) & 7) != 0) out.put((byte) 0);
        out.putInt(start, crc(out.array(), out.arrayOffset() + start, out.arrayOffset() + out.position()));
    }

    /** The frame that begins at an offset; null unless every byte of it is as it was written. */
    static @Nullable Frame at(SegmentImage image, int offset) {
        if (!image.reachesTo(offset + HEAD_BYTES)) return null;
        FrameKind kind = FrameKind.ofWord((long) LONG.get(image.bytes(), offset + KIND_AT));
        if (kind == null) return null;
        int payloadBytes = (int) INT.get(image.bytes(), offset + Integer.BYTES);
        if (payloadBytes < 0 || payloadBytes > image.size()) return null;
        int end = offset + bytesFor(payloadBytes);
        if (!image.reachesTo(end)) return null;
        boolean whole = (int) INT.get(image.bytes(), offset) == crc(image.bytes(), offset, end);
        return whole ? new Frame(image.bytes(), offset, kind, payloadBytes) : null;
    }

    /** The frame at an offset where a walk has already found a whole one; its checksum is not computed again. */
    static Frame known(SegmentImage image, int offset) {
        FrameKind kind = FrameKind.ofWord((long) LONG.get(image.bytes(), offset + KIND_AT));
        if (kind == null) throw new IllegalStateException("no frame was found at " + offset + " before");
        return new Frame(image.bytes(), offset, kind, (int) INT.get(image.bytes(), offset + Integer.BYTES));
    }

    private static int crc(byte[] bytes, int start, int end) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, start + Integer.BYTES, end - start - Integer.BYTES);
        return (int) crc.getValue();
    }

    FrameKind kind() {
        return kind;
    }

    int end() {
        return offset + bytesFor(payloadBytes);
    }

    long forcedThrough() {
        return (long) LONG.get(bytes, offset + FORCED_AT);
    }

    long sequence() {
        return (long) LONG.get(bytes, offset + SEQUENCE_AT);
    }

    boolean follows(ChainHash hash) {
        return hash.matches(bytes, offset + PREVIOUS_AT);
    }

    ChainHash previous() {
        return ChainHash.at(bytes, offset + PREVIOUS_AT);
    }

    /** The hash of a record that lies at an offset of an array. */
    static ChainHash hash(MessageDigest sha256, byte[] bytes, int offset, int payloadBytes) {
        return ChainHash.ofStretch(sha256, bytes, offset + SEQUENCE_AT, HEAD_BYTES - SEQUENCE_AT + payloadBytes);
    }

    ChainHash hash(MessageDigest sha256) {
        return hash(sha256, bytes, offset, payloadBytes);
    }

    byte[] payload() {
        return Arrays.copyOfRange(bytes, offset + HEAD_BYTES, offset + HEAD_BYTES + payloadBytes);
    }

    /** What a seal says: how many records its segment holds; -1 if it is not the payload of a seal. */
    long sealedCount() {
        return payloadBytes == Long.BYTES ? (long) LONG.get(bytes, offset + HEAD_BYTES) : -1;
    }
}
