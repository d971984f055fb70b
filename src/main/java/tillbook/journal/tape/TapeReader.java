package tillbook.journal.tape;

import java.io.IOException;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tape from its files, segment by segment, verifying every byte that is owed to somebody: heads, snapshots,
 * records, chain, seals and the links between segments. One segment is in memory at a time. It changes nothing.
 *
 * <p>May be used by any thread, one call at a time, also while the tape is being appended to.
 */
public final class TapeReader {
    private static final RecordConsumer NOBODY = (sequence, hash, payload) -> {};

    private final TapeDisk disk;
    private final LongSupplier acknowledgedThrough;
    private final boolean open;

    private TapeReader(TapeDisk disk, LongSupplier acknowledgedThrough, boolean open) {
        this.disk = disk;
        this.acknowledgedThrough = acknowledgedThrough;
        this.open = open;
    }

    /** Reads a tape that is open, each time up to the end that is acknowledged then ({@link Tape#acknowledgedThrough()}). */
    public static TapeReader whileOpen(TapeDisk disk, LongSupplier acknowledgedThrough) {
        return new TapeReader(disk, acknowledgedThrough, true);
    }

    /**
     * Reads a tape or a copy that nobody appends to, up to its last whole record.
     *
     * @param appliedThrough a sequence that must be there, such as the search database's last; 0 if none is known
     */
    public static TapeReader whileClosed(TapeDisk disk, long appliedThrough) {
        return new TapeReader(disk, () -> appliedThrough, false);
    }

    /**
     * Hands over every record from a sequence on, in order, each verified before. Stops at the first damage.
     *
     * @throws TapeBrokenException if the disk cannot be read
     */
    public Reading read(long fromSequence, RecordConsumer consumer) {
        return run(segments -> segments.indexHolding(fromSequence), fromSequence, consumer);
    }

    /** Verifies the whole tape. */
    public Reading verifyAll() {
        return run(segments -> 0, Long.MAX_VALUE, NOBODY);
    }

    /** Verifies the last segment and the one before, with the link between them. */
    public Reading verifyTail() {
        return run(segments -> Math.max(0, segments.size() - 2), Long.MAX_VALUE, NOBODY);
    }

    /**
     * The snapshot of the last segment and the records behind it, for whoever wants the state without appending; empty if
     * there is none, or none that is whole. A tail that a crash cut short is left out, as a start does.
     *
     * @throws TapeBrokenException if the disk cannot be read
     */
    public Optional<Replay> lastSegment() {
        try {
            SegmentList segments = SegmentList.of(disk);
            if (segments.size() == 0) return Optional.empty();
            SegmentList.Entry last = segments.get(segments.size() - 1);
            SegmentHeader header = last.header();
            if (header == null || header.isTooNew()) return Optional.empty();
            SegmentImage image = SegmentImage.load(disk, last.name());
            return Optional.of(Replay.of(SegmentWalk.through(Long.MAX_VALUE, image, header, (frame, hash) -> {})));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private TapeBrokenException unreadable(IOException e) {
        return new TapeBrokenException(
                "the journal's tape cannot be read in " + disk + ": check the disk and its cable, then try again",
                false,
                e);
    }

    /** Says at which segment to begin. */
    private interface Start {
        int indexIn(SegmentList segments);
    }

    private Reading run(Start start, long fromSequence, RecordConsumer consumer) {
        try {
            // The end is asked before the names, so that all records up to it lie in files that were listed.
            long end = acknowledgedThrough.getAsLong();
            SegmentList segments = SegmentList.of(disk);
            if (segments.size() == 0) return nothing(end);
            return new Run(segments, end, fromSequence, consumer).from(start.indexIn(segments));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Reading nothing(long end) {
        return end == 0
                ? new Reading.Whole(0, ChainHash.GENESIS)
                : new Reading.Broken(new Damage(SegmentNames.of(1), 1, DamageKind.MISSING_SEGMENT));
    }

    /** One pass over the segments. */
    private final class Run {
        private final SegmentList segments;
        private final long end;
        private final long fromSequence;
        private final RecordConsumer consumer;
        private @Nullable SegmentWalk before;

        Run(SegmentList segments, long end, long fromSequence, RecordConsumer consumer) {
            this.segments = segments;
            this.end = end;
            this.fromSequence = fromSequence;
            this.consumer = consumer;
        }

        Reading from(int first) throws IOException {
            for (int index = first; index < segments.size(); index++) {
                Reading stop = readSegment(index);
                if (stop != null) return stop;
            }
            SegmentWalk last = before;
            return last == null
                    ? new Reading.Whole(0, ChainHash.GENESIS)
                    : new Reading.Whole(last.last(), last.lastHash());
        }

        private @Nullable Reading readSegment(int index) throws IOException {
            SegmentList.Entry entry = segments.get(index);
            SegmentHeader header = entry.header();
            if (header == null) return broken(entry.name(), before == null ? 1 : before.last() + 1, DamageKind.HEADER);
            if (header.isTooNew()) return new Reading.TooNew(entry.name(), header.formatVersion());
            DamageKind link = troubleWithLink(header);
            if (link == DamageKind.MISSING_SEGMENT && before != null) {
                return broken(
                        SegmentNames.of(before.header().segmentNumber() + 1),
                        before.last() + 1,
                        DamageKind.MISSING_SEGMENT);
            }
            if (link != null) return broken(entry.name(), header.firstSequence(), link);
            SegmentWalk walk =
                    SegmentWalk.through(endIn(index), SegmentImage.load(disk, entry.name()), header, this::handOver);
            before = walk;
            Damage damage = damageIn(walk, index);
            return damage == null ? null : new Reading.Broken(damage);
        }

        private @Nullable DamageKind troubleWithLink(SegmentHeader header) {
            if (before == null) return null;
            if (header.segmentNumber() != before.header().segmentNumber() + 1) return DamageKind.MISSING_SEGMENT;
            boolean continues = header.continues() == before.last()
                    && header.continuesHash().equals(before.lastHash());
            return continues ? null : DamageKind.BROKEN_LINK;
        }

        /** The last record of a segment that counts. */
        private long endIn(int index) {
            SegmentHeader behind = segments.headerBehind(index);
            if (behind != null) return behind.continues();
            return open && segments.isLast(index) ? end : Long.MAX_VALUE;
        }

        private void handOver(Frame frame, ChainHash hash) {
            if (frame.sequence() >= fromSequence) consumer.accept(frame.sequence(), hash, frame.payload());
        }

        private @Nullable Damage damageIn(SegmentWalk walk, int index) {
            String name = segments.get(index).name();
            SegmentHeader behind = segments.headerBehind(index);
            if (behind != null) return SegmentRule.damageIn(walk, name, behind);
            if (!segments.isLast(index)) return null;
            return open ? SegmentRule.damageBefore(end, walk, name) : TailRule.damageIn(walk, name, end);
        }

        private static Reading broken(String segment, long sequence, DamageKind kind) {
            return new Reading.Broken(new Damage(segment, sequence, kind));
        }
    }
}
