package tillbook.journal.tape;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * One walk through a segment, from its snapshot to the last frame that is whole and continues the chain. It tells facts;
 * whether a bad frame is a torn tail or damage is decided elsewhere. Owned by one thread.
 */
final class SegmentWalk {
    /** Sees each record that continues the chain. */
    interface Visitor {
        void record(Frame frame, ChainHash hash);
    }

    private final SegmentImage image;
    private final SegmentHeader header;
    private final MessageDigest sha256 = ChainHash.sha256();

    private @Nullable Frame snapshot;
    private long last;
    private ChainHash lastHash;
    private long records;
    private int end = SegmentHeader.BYTES;
    private boolean sealed;
    private @Nullable DamageKind trouble;
    private long witnessed;
    private int unwitnessedFrom;

    private SegmentWalk(SegmentImage image, SegmentHeader header) {
        this.image = image;
        this.header = header;
        this.last = header.continues();
        this.lastHash = header.continuesHash();
        this.witnessed = header.continues();
    }

    /** Walks up to and with the record {@code through}, or to the end. */
    static SegmentWalk through(long through, SegmentImage image, SegmentHeader header, Visitor visitor) {
        SegmentWalk walk = new SegmentWalk(image, header);
        if (walk.takeSnapshot()) walk.takeRecords(through, visitor);
        return walk;
    }

    private boolean takeSnapshot() {
        Frame first = Frame.at(image, end);
        boolean good = first != null
                && first.kind() == FrameKind.SNAPSHOT
                && first.sequence() == last
                && first.follows(lastHash);
        if (good && first != null) {
            snapshot = first;
            end = first.end();
            unwitnessedFrom = end;
        } else {
            trouble = DamageKind.SNAPSHOT;
        }
        return good;
    }

    private void takeRecords(long through, Visitor visitor) {
        while (trouble == null && !sealed && last < through && end < image.used()) {
            Frame frame = Frame.at(image, end);
            if (frame == null) trouble = DamageKind.RECORD;
            else if (frame.kind() == FrameKind.RECORD) takeRecord(frame, visitor);
            else takeSeal(frame);
        }
    }

    private void takeRecord(Frame frame, Visitor visitor) {
        if (frame.sequence() != last + 1 || !frame.follows(lastHash)) {
            trouble = DamageKind.CHAIN;
            return;
        }
        last = frame.sequence();
        lastHash = frame.hash(sha256);
        records++;
        stepBehind(frame);
        visitor.record(frame, lastHash);
    }

    /** Tries to read the seal where the walk stands; for a walk that was stopped at a sequence. */
    boolean takeSealHere() {
        Frame frame = Frame.at(image, end);
        if (frame != null && !sealed) takeSeal(frame);
        return sealed;
    }

    private void takeSeal(Frame frame) {
        sealed = frame.kind() == FrameKind.SEAL
                && frame.sequence() == last
                && frame.follows(lastHash)
                && frame.sealedCount() == records;
        if (sealed) stepBehind(frame);
        else trouble = DamageKind.SEAL;
    }

    private void stepBehind(Frame frame) {
        if (frame.forcedThrough() > witnessed) {
            witnessed = frame.forcedThrough();
            unwitnessedFrom = frame.offset;
        }
        end = frame.end();
    }

    SegmentImage image() {
        return image;
    }

    SegmentHeader header() {
        return header;
    }

    /** The snapshot's frame, null if it is not whole. */
    @Nullable
    Frame snapshot() {
        return snapshot;
    }

    long last() {
        return last;
    }

    ChainHash lastHash() {
        return lastHash;
    }

    /** Records from the snapshot to the end of the walk. */
    long records() {
        return records;
    }

    /** Offset behind the last good frame. */
    int end() {
        return end;
    }

    boolean sealed() {
        return sealed;
    }

    /** Whether the file has anything but zeros behind the last good frame. */
    boolean hasBytesBehind() {
        return image.used() > end;
    }

    /** What is wrong with the frame at {@link #end()}; null if the walk ended well. */
    @Nullable
    DamageKind trouble() {
        return trouble;
    }

    /** The last sequence that some frame says had been forced. */
    long witnessed() {
        return witnessed;
    }

    /** Where the last group of frames begins, whose force no later frame has witnessed. */
    int unwitnessedFrom() {
        return unwitnessedFrom;
    }

    /** The first whole frame at or behind an offset, found by its letters and its checksum; null if there is none. */
    @Nullable
    Frame nextWholeFrame(int from) {
        for (int at = (from + 7) & ~7; at < image.used(); at += 8) {
            Frame frame = Frame.at(image, at);
            if (frame != null) return frame;
        }
        return null;
    }

    /** Whether a whole frame behind the end says that the record {@code sequence} had been forced. */
    boolean isWitnessedBehind(long sequence) {
        for (Frame frame = nextWholeFrame(end); frame != null; frame = nextWholeFrame(frame.end())) {
            if (frame.forcedThrough() >= sequence || frame.kind() == FrameKind.SEAL) return true;
        }
        return false;
    }
}
