package tillbook.journal.tape;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a start reads: the snapshot of the last segment and the records behind it, all of them forced. It holds the
 * segment in memory, so let go of it when the state is built. Owned by the thread that opened the tape.
 */
public final class Replay {
    static final Replay EMPTY = new Replay(null);

    private final @Nullable SegmentWalk walk;

    private Replay(@Nullable SegmentWalk walk) {
        this.walk = walk;
    }

    static Replay of(SegmentWalk walk) {
        return new Replay(walk);
    }

    /** The state as of {@link #snapshotThrough()}; empty if nothing was ever written. */
    public Optional<byte[]> snapshot() {
        return Optional.ofNullable(walk).map(SegmentWalk::snapshot).map(Frame::payload);
    }

    /** The last sequence that is in the snapshot, 0 if none. */
    public long snapshotThrough() {
        return walk == null ? 0 : walk.header().continues();
    }

    /**
     * The last sequence that a later record says had been forced. What stands behind it was the last write: whether
     * anybody was told that it holds, the tape does not know.
     */
    public long witnessedThrough() {
        return walk == null ? 0 : walk.witnessed();
    }

    /** Hands over every record behind the snapshot, in order. May be called again. */
    public void forEach(RecordConsumer consumer) {
        if (walk == null || walk.records() == 0) return;
        Frame first = walk.snapshot();
        int offset = first == null ? SegmentHeader.BYTES : first.end();
        for (long left = walk.records(); left > 0; left--) {
            Frame frame = Frame.known(walk.image(), offset);
            offset = frame.end();
            // The next record says the hash of this one, so nothing is hashed twice.
            ChainHash hash = left == 1
                    ? walk.lastHash()
                    : Frame.known(walk.image(), offset).previous();
            consumer.accept(frame.sequence(), hash, frame.payload());
        }
    }
}
