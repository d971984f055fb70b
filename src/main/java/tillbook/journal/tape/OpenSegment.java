package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The segment that is being written, and how far. Owned by the thread that owns the tape. */
final class OpenSegment {
    /** What must stay free at the end of every segment. */
    static final int SEAL_BYTES = Frame.bytesFor(Long.BYTES);

    final long number;
    private final TapeFile file;
    private int end;
    private long records;

    OpenSegment(long number, TapeFile file, int end, long records) {
        this.number = number;
        this.file = file;
        this.end = end;
        this.records = records;
    }

    /** Bytes for frames that are still free. */
    int roomBytes() {
        return Math.max(0, file.size() - SEAL_BYTES - end);
    }

    /** Writes the frames in one go and forces them. After an exception this segment must not be written again. */
    void take(ByteBuffer frames, long count) throws IOException {
        int bytes = frames.remaining();
        file.write(end, frames);
        file.force();
        end += bytes;
        records += count;
    }

    /** Ends the segment for ever. After an exception it counts as not sealed. */
    void seal(long last, ChainHash lastHash) throws IOException {
        if (file.size() - end < SEAL_BYTES) throw new IOException("no room for a seal, as in a trimmed copy");
        ByteBuffer seal = ByteBuffer.allocate(SEAL_BYTES);
        byte[] count = ByteBuffer.allocate(Long.BYTES).putLong(0, records).array();
        Frame.put(seal, FrameKind.SEAL, last, last, lastHash, count);
        file.write(end, seal.flip());
        file.force();
    }

    /** Lets go of the file; what was forced stays, so a failure to close means nothing. */
    void close() {
        try {
            file.close();
        } catch (IOException ignored) {
            // Nothing is owed to a file that is not written again.
        }
    }
}
