package tillbook.journal.tape;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a frame holds. The word stands in the file as eight letters, so that a hex dump can be read. */
enum FrameKind {
    /** One event of the register; the only kind that takes a sequence and a place in the chain. */
    RECORD("record  "),
    /** The state as of the sequence it bears; the first frame of every segment. */
    SNAPSHOT("snapshot"),
    /** The end of a segment that is never written again; its payload is the number of records (8 bytes). */
    SEAL("seal    ");

    final long word;

    FrameKind(String word) {
        this.word = ByteBuffer.wrap(word.getBytes(StandardCharsets.US_ASCII)).getLong();
    }

    static @Nullable FrameKind ofWord(long word) {
        if (word == RECORD.word) return RECORD;
        if (word == SNAPSHOT.word) return SNAPSHOT;
        return word == SEAL.word ? SEAL : null;
    }
}
