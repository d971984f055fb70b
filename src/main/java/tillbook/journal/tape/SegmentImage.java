package tillbook.journal.tape;

import java.io.IOException;
import java.util.Arrays;

/** The used bytes of one segment in memory; beyond them lie the zeros of the blank rest. Owned by one thread. */
final class SegmentImage {
    private byte[] bytes;
    private final int size;
    private final int used;

    private SegmentImage(byte[] bytes, int used, int size) {
        this.bytes = bytes;
        this.used = used;
        this.size = size;
    }

    /** An image over an array that holds the whole file; the array is not copied. */
    static SegmentImage of(byte[] file) {
        int used = file.length;
        while (used > 0 && file[used - 1] == 0) used--;
        return new SegmentImage(file, used, file.length);
    }

    static SegmentImage load(TapeFile file) throws IOException {
        byte[] used = file.readUsed();
        return new SegmentImage(used, used.length, file.size());
    }

    static SegmentImage load(TapeDisk disk, String name) throws IOException {
        try (TapeFile file = disk.openToRead(name)) {
            return load(file);
        }
    }

    /** Size of the file in bytes. */
    int size() {
        return size;
    }

    /** Offset behind the last byte that is not zero. */
    int used() {
        return used;
    }

    /** At least the used bytes; never changed, but replaced by a longer array when {@link #reachesTo} needs zeros. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether the file has that many bytes; if so, they can be read from {@link #bytes()}. */
    boolean reachesTo(int end) {
        if (end < 0 || end > size) return false;
        if (end > bytes.length) bytes = Arrays.copyOf(bytes, end);
        return true;
    }
}
