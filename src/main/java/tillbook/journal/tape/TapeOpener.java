package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where a tape ends and whether everything acknowledged is there. Used once, by the thread that will own the tape. */
final class TapeOpener {
    private final TapeDisk disk;
    private final TapeOptions options;
    private final SnapshotSource snapshots;

    TapeOpener(TapeDisk disk, TapeOptions options, SnapshotSource snapshots) {
        this.disk = disk;
        this.options = options;
        this.snapshots = snapshots;
    }

    Opening open() throws IOException {
        disk.syncDirectory();
        List<String> segments = SegmentNames.segmentsIn(disk.list());
        return segments.isEmpty() ? openNothing() : openLast(segments.getLast());
    }

    private Opening openNothing() throws IOException {
        if (options.appliedThrough() > 0) {
            return new Opening.Damaged(new Damage(SegmentNames.of(1), 1, DamageKind.MISSING_SEGMENT));
        }
        return new Opening.Opened(tape(TapeEnd.OF_NOTHING), Replay.EMPTY, null);
    }

    private Opening openLast(String name) throws IOException {
        TapeFile file = disk.open(name);
        Opening opening = null;
        try {
            file.force();
            opening = decide(name, file);
            return opening;
        } finally {
            if (!(opening instanceof Opening.Opened)) file.close();
        }
    }

    private Opening decide(String name, TapeFile file) throws IOException {
        SegmentImage image = SegmentImage.load(file);
        SegmentHeader header = SegmentHeader.parse(image.bytes());
        if (header == null || header.segmentNumber() != SegmentNames.numberOf(name)) {
            return new Opening.Damaged(new Damage(name, options.appliedThrough() + 1, DamageKind.HEADER));
        }
        if (header.isTooNew()) return new Opening.TooNew(name, header.formatVersion());
        SegmentWalk walk = SegmentWalk.through(Long.MAX_VALUE, image, header, (frame, hash) -> {});
        Damage damage = TailRule.damageIn(walk, name, options.appliedThrough());
        return damage == null ? opened(name, file, walk) : new Opening.Damaged(damage);
    }

    private Opening opened(String name, TapeFile file, SegmentWalk walk) throws IOException {
        writeUnwitnessedAgain(file, walk);
        boolean endsClean = !walk.sealed() && !walk.hasBytesBehind();
        if (!endsClean) file.close();
        OpenSegment segment =
                endsClean ? new OpenSegment(walk.header().segmentNumber(), file, walk.end(), walk.records()) : null;
        TornTail torn = walk.hasBytesBehind() ? new TornTail(name, walk.last() + 1, walk.end()) : null;
        return new Opening.Opened(tape(end(segment, walk)), Replay.of(walk), torn);
    }

    private static TapeEnd end(@Nullable OpenSegment segment, SegmentWalk walk) {
        return new TapeEnd(segment, walk.header().segmentNumber(), walk.sealed(), walk.last(), walk.lastHash());
    }

    /**
     * The last group may be in the system's cache alone: after a force that failed the system can call pages clean that
     * never reached the disk, and a second force then returns at once. Written again, they are forced in truth.
     */
    private static void writeUnwitnessedAgain(TapeFile file, SegmentWalk walk) throws IOException {
        int from = walk.unwitnessedFrom();
        if (from == walk.end()) return;
        file.write(from, ByteBuffer.wrap(walk.image().bytes(), from, walk.end() - from));
        file.force();
    }

    private Tape tape(TapeEnd end) throws IOException {
        SpareSegment spare = new SpareSegment(disk, options.segmentBytes());
        spare.adopt();
        return new Tape(disk, options, snapshots, spare, end);
    }
}
