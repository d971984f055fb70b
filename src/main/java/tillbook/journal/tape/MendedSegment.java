package tillbook.journal.tape;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A damaged segment as it must have been. Owned by one thread. */
final class MendedSegment {
    private final SegmentImage image;
    private final SegmentHeader header;
    private final @Nullable SegmentHeader behind;
    private final Repair repair;
    private final MessageDigest sha256 = ChainHash.sha256();
    private final ByteBuffer out;
    private final Map<Long, Frame> whole = new HashMap<>();

    private long witnessed;
    private boolean sealed;
    private long last;
    private ChainHash lastHash;
    private long forcedThrough;
    private long mended;

    MendedSegment(SegmentImage image, SegmentHeader header, @Nullable SegmentHeader behind, Repair repair) {
        this.image = image;
        this.header = header;
        this.behind = behind;
        this.repair = repair;
        this.out = ByteBuffer.allocate(image.size());
        this.last = header.continues();
        this.lastHash = header.continuesHash();
        this.forcedThrough = last;
        this.sealed = behind != null && behind.afterSeal();
    }

    /** Content of the mended file. */
    byte[] content() {
        byte[] content = new byte[out.position()];
        out.get(0, content);
        return content;
    }

    long recordsMended() {
        return mended;
    }

    /** Builds the content; answers the first place that cannot be mended, or null if all is whole. */
    @Nullable
    Damage build(String segment, long appliedThrough) {
        gatherWholeFrames();
        header.putInto(out);
        DamageKind trouble = putSnapshot() ? null : DamageKind.SNAPSHOT;
        long end = behind == null ? Math.max(appliedThrough, witnessed) : behind.continues();
        while (trouble == null && last < end) trouble = putNext() ? null : DamageKind.RECORD;
        while (trouble == null && behind == null && followsWhole(last + 1, lastHash)) putNext();
        if (trouble == null && behind != null && !behind.continuesHash().equals(lastHash)) {
            trouble = DamageKind.BROKEN_LINK;
        }
        if (trouble == null && sealed && !putSeal()) trouble = DamageKind.SEAL;
        return trouble == null ? null : new Damage(segment, last + 1, trouble);
    }

    private void gatherWholeFrames() {
        int at = SegmentHeader.BYTES;
        while (at < image.used()) {
            Frame frame = Frame.at(image, at);
            if (frame != null) gather(frame);
            at = frame == null ? at + 8 : frame.end();
        }
    }

    private void gather(Frame frame) {
        witnessed = Math.max(witnessed, frame.forcedThrough());
        if (frame.kind() == FrameKind.RECORD) whole.putIfAbsent(frame.sequence(), frame);
        if (frame.kind() == FrameKind.SEAL) sealed |= behind == null;
    }

    private boolean putSnapshot() {
        Frame first = Frame.at(image, SegmentHeader.BYTES);
        boolean good = first != null
                && first.kind() == FrameKind.SNAPSHOT
                && first.sequence() == last
                && first.follows(lastHash);
        Optional<byte[]> payload = good && first != null ? Optional.of(first.payload()) : repair.snapshot(last);
        return payload.isPresent() && put(FrameKind.SNAPSHOT, last, payload.get());
    }

    private boolean putNext() {
        long sequence = last + 1;
        if (followsWhole(sequence, lastHash) && !isContradicted(sequence)) return putWhole(sequence);
        Repair.Candidate candidate = repair.record(sequence).orElse(null);
        if (candidate == null || !candidate.continues(sequence, lastHash)) {
            return followsWhole(sequence, lastHash) && putWhole(sequence);
        }
        if (!put(FrameKind.RECORD, sequence, candidate.payload())) return false;
        last = sequence;
        lastHash = candidate.hash();
        mended++;
        return true;
    }

    private boolean followsWhole(long sequence, ChainHash hash) {
        Frame frame = whole.get(sequence);
        return frame != null && frame.follows(hash);
    }

    /** Whether the record behind names another hash, so that this one was changed together with its checksum. */
    private boolean isContradicted(long sequence) {
        Frame frame = whole.get(sequence);
        Frame next = whole.get(sequence + 1);
        return frame != null && next != null && !next.follows(frame.hash(sha256));
    }

    private boolean putWhole(long sequence) {
        Frame frame = whole.get(sequence);
        if (frame == null) return false;
        forcedThrough = frame.forcedThrough();
        if (!put(FrameKind.RECORD, sequence, frame.payload())) return false;
        last = sequence;
        lastHash = frame.hash(sha256);
        return true;
    }

    private boolean putSeal() {
        forcedThrough = last;
        return put(
                FrameKind.SEAL,
                last,
                ByteBuffer.allocate(Long.BYTES)
                        .putLong(0, last - header.continues())
                        .array());
    }

    private boolean put(FrameKind kind, long sequence, byte[] payload) {
        if (Frame.bytesFor(payload.length) > out.remaining()) return false;
        Frame.put(out, kind, forcedThrough, sequence, lastHash, payload);
        return true;
    }
}
