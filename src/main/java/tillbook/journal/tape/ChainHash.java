package tillbook.journal.tape;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The link that binds a record to everything before it: SHA-256 of the sequence (8 bytes, big endian), the hash of the
 * record before and the payload. It leaves out where and when the record was forced, so that a search database or a far
 * server can check the chain with what it stores itself. Immutable.
 */
public final class ChainHash {
    /** Length of a hash in bytes. */
    public static final int BYTES = 32;

    /** What the very first record continues. */
    public static final ChainHash GENESIS = new ChainHash(new byte[BYTES]);

    private final byte[] bytes;

    private ChainHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of one record, from the three things it binds. */
    public static ChainHash of(long sequence, ChainHash previous, byte[] payload) {
        MessageDigest sha256 = sha256();
        sha256.update(ByteBuffer.allocate(Long.BYTES).putLong(0, sequence));
        sha256.update(previous.bytes);
        return new ChainHash(sha256.digest(payload));
    }

    /** A hash that was kept elsewhere; the array is copied and must have {@link #BYTES} bytes. */
    public static ChainHash ofBytes(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    static ChainHash at(byte[] bytes, int offset) {
        return at(bytes, offset, BYTES);
    }

    /** Hashes a stretch of bytes that already lies in the order sequence, previous hash, payload. */
    static ChainHash ofStretch(MessageDigest sha256, byte[] bytes, int offset, int length) {
        sha256.update(bytes, offset, length);
        return new ChainHash(sha256.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256; reinstall the Java runtime", e);
        }
    }

    private static ChainHash at(byte[] bytes, int offset, int length) {
        if (length != BYTES) throw new IllegalArgumentException("a chain hash has 32 bytes, not " + length);
        return new ChainHash(Arrays.copyOfRange(bytes, offset, offset + BYTES));
    }

    /** A copy of the 32 bytes. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    void putInto(ByteBuffer out) {
        out.put(bytes);
    }

    boolean matches(byte[] other, int offset) {
        return Arrays.equals(bytes, 0, BYTES, other, offset, offset + BYTES);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** 64 hexadecimal digits. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
