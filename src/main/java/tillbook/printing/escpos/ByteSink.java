package tillbook.printing.escpos;

import java.util.Arrays;

/** Bytes that grow, without a lock and reused from one document to the next. Owned by one thread. */
final class ByteSink {
    /** A receipt with a QR as dots has 10 KB; 500 lines have 60. Far beyond is no receipt. */
    static final int BYTES_MAX = 4 << 20;

    private static final int BYTES_FIRST = 16 << 10;

    private byte[] bytes = new byte[BYTES_FIRST];
    private int length;

    void clear() {
        length = 0;
    }

    int length() {
        return length;
    }

    void add(int value) {
        if (length == bytes.length) grow(1);
        bytes[length++] = (byte) value;
    }

    void add(byte[] command) {
        room(command.length);
        System.arraycopy(command, 0, bytes, length, command.length);
        length += command.length;
    }

    void repeat(int value, int times) {
        room(times);
        Arrays.fill(bytes, length, length + times, (byte) value);
        length += times;
    }

    /** Appends what lies at {@code from} once more: the rows of one module of a code are alike. */
    void copyWithin(int from, int count) {
        room(count);
        System.arraycopy(bytes, from, bytes, length, count);
        length += count;
    }

    /** Room for so many zero bytes, for dots that are set one by one; their place is returned. */
    int zeros(int count) {
        room(count);
        int from = length;
        Arrays.fill(bytes, from, from + count, (byte) 0);
        length += count;
        return from;
    }

    void or(int at, int bits) {
        bytes[at] |= (byte) bits;
    }

    int at(int index) {
        return bytes[index] & 0xFF;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int count) {
        if (bytes.length - length < count) grow(count);
    }

    private void grow(int count) {
        int needed = Math.addExact(length, count);
        if (needed > BYTES_MAX) throw new IllegalArgumentException("a sheet of more than " + BYTES_MAX + " bytes");
        bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
}
