package tillbook.journal.tape;

import java.io.IOException;
import java.util.Arrays;

/** The used bytes of one segment in memory; beyond them lie the zeros of the blank rest. Owned by one thread. */
final class SegmentImage {
    private byte[] bytes;
    private final int size;
    private final int used;

    private SegmentImage(byte[] used, int size) {
        this.bytes = used;
        this.used = used.length;
        this.size = size;
    }

    static SegmentImage load(TapeFile file) throws IOException {
        return new SegmentImage(file.readUsed(), file.size());
    }

    static SegmentImage load(TapeDisk disk, String name) throws IOException {
        try (TapeFile file = disk.open(name)) {
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
