package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The register's memory: records appended in order, each bound to the one before, on a disk that may fail at any moment.
 *
 * <p>{@link #append} only encodes. {@link #force} writes all that was appended in one go and returns after it is durable:
 * from then on, and not before, it is acknowledged and may be acted on. If the disk refuses, the segment is never written
 * again; what was not acknowledged goes to a new segment whose head names the last acknowledged record, so that whatever
 * the old segment holds beyond it is void. Sequences do not change by that. Every segment begins with a snapshot, so that
 * a start reads one segment.
 *
 * <p>Owned by one thread, the one that opened it. {@link #acknowledgedThrough()} alone may be called from any thread.
 */
public final class Tape implements AutoCloseable {
    private static final int GROUP_BYTES_AT_FIRST = 4 << 10;
    private static final int ATTEMPTS_TO_BEGIN = 2;

    private final TapeDisk disk;
    private final TapeOptions options;
    private final SnapshotSource snapshots;
    private final SpareSegment spare;
    private final MessageDigest sha256 = ChainHash.sha256();

    /** Null from the moment a segment is sealed or given up until the next one begins. */
    private @Nullable OpenSegment segment;

    private long segmentNumber;
    private boolean sealed;
    private ByteBuffer group = ByteBuffer.allocate(GROUP_BYTES_AT_FIRST);
    private long last;
    private ChainHash lastHash;
    private volatile long acknowledgedThrough;
    private ChainHash acknowledgedHash;
    private int snapshotBytes;
    private boolean broken;

    Tape(TapeDisk disk, TapeOptions options, SnapshotSource snapshots, SpareSegment spare, TapeEnd end) {
        this.disk = disk;
        this.options = options;
        this.snapshots = snapshots;
        this.spare = spare;
        this.segment = end.segment();
        this.segmentNumber = end.segmentNumber();
        this.sealed = end.sealed();
        this.last = end.last();
        this.lastHash = end.lastHash();
        this.acknowledgedThrough = last;
        this.acknowledgedHash = lastHash;
    }

    /**
     * Opens the tape in a folder, or begins one in an empty folder. The last segment and the folder are forced before
     * anything is handed out, so every record of the replay is durable and acknowledged.
     *
     * @param snapshots asked when a new segment begins, never during this call
     * @throws TapeBrokenException if the disk cannot be read or forced
     */
    public static Opening open(TapeDisk disk, TapeOptions options, SnapshotSource snapshots) {
        try {
            return new TapeOpener(disk, options, snapshots).open();
        } catch (IOException e) {
            throw new TapeBrokenException(
                    "the journal's tape cannot be read or forced in " + disk
                            + ": check the disk and its cable, then start again; nothing was changed",
                    false,
                    e);
        }
    }

    /**
     * Adds a record behind all others. It is not acknowledged, and must not be acted on, before {@link #force()} returned.
     *
     * @param payload opaque bytes, at most {@link TapeOptions#payloadBytesMax()}
     * @return its sequence, one more than that of the record before; it stays so even if the record has to move
     * @throws IllegalArgumentException if the payload is too large: nothing was appended
     * @throws IllegalStateException if half a segment already waits for {@link #force()}: nothing was appended
     * @throws TapeBrokenException if the last force failed: call {@link #force()} until it holds
     */
    public long append(byte[] payload) {
        if (broken) throw brokenNow(null);
        refuseTooLarge("a record", payload);
        int start = makeRoomInGroup(Frame.bytesFor(payload.length));
        Frame.put(group, FrameKind.RECORD, acknowledgedThrough, last + 1, lastHash, payload);
        lastHash = Frame.hash(sha256, group.array(), start, payload.length);
        return ++last;
    }

    /**
     * Makes everything appended durable and acknowledges it. Does nothing if nothing waits.
     *
     * @throws TapeBrokenException if neither this segment nor a new one takes it: nothing more is acknowledged, the records
     *     keep waiting, and each further call tries again with a new file
     */
    public void force() {
        if (last == acknowledgedThrough) return;
        if (!currentSegmentTakesGroup()) beginSegment();
        acknowledgedThrough = last;
        acknowledgedHash = lastHash;
        group.clear();
        broken = false;
        spare.ensure();
    }

    /**
     * Gives up what waits since a force that failed, and tries to go on behind the last acknowledged record. The records
     * that were given up are void even if the failed file holds them, and their sequences are given again.
     *
     * @return true once a new segment holds, or if nothing had failed
     */
    public boolean recover() {
        if (!broken) return true;
        group.clear();
        last = acknowledgedThrough;
        lastHash = acknowledgedHash;
        try {
            beginSegment();
        } catch (TapeBrokenException e) {
            return false;
        }
        broken = false;
        spare.ensure();
        return true;
    }

    /** The last sequence that is durable, 0 if none. May be called from any thread. */
    public long acknowledgedThrough() {
        return acknowledgedThrough;
    }

    /** Hash of the record {@link #acknowledgedThrough()}. */
    public ChainHash acknowledgedHash() {
        return acknowledgedHash;
    }

    /** Number of the segment that is being written, 0 if there is none yet. A step by one without need is a sign of a bad disk. */
    public long segmentNumber() {
        return segmentNumber;
    }

    /** True from a force that failed until one that holds. */
    public boolean isBroken() {
        return broken;
    }

    /**
     * Bytes that can be appended for certain, whatever else fills the disk: the rest of this segment and the spare. A
     * payment may be requested only if 256 KiB are left.
     */
    public long preallocatedBytesLeft() {
        OpenSegment current = segment;
        long here = current == null ? 0 : current.roomBytes();
        int overhead = SegmentHeader.BYTES + Frame.bytesFor(snapshotBytes) + OpenSegment.SEAL_BYTES;
        long there = spare.ready() ? options.segmentBytes() - overhead : 0;
        return Math.max(0, here + there - group.position());
    }

    /** Makes the spare segment if it is missing; to be called when the register is idle. False if there is no room for it. */
    public boolean ensureSpare() {
        return spare.ensure();
    }

    /** Forces what waits, unless the tape is broken, and lets go of the file. */
    @Override
    public void close() {
        if (!broken) force();
        leaveSegment();
    }

    private void refuseTooLarge(String what, byte[] payload) {
        if (payload.length > options.payloadBytesMax()) {
            throw new IllegalArgumentException(what + " has " + payload.length + " bytes, but at most "
                    + options.payloadBytesMax() + " fit: leave out or split what is large");
        }
    }

    private int makeRoomInGroup(int bytes) {
        int start = group.position();
        if (start + bytes > options.groupBytesMax()) {
            throw new IllegalStateException("too much waits for one force (" + start + " bytes): force first");
        }
        if (bytes > group.remaining()) {
            ByteBuffer larger = ByteBuffer.allocate(Integer.highestOneBit(start + bytes) * 2);
            group = larger.put(group.flip());
        }
        return start;
    }

    private boolean currentSegmentTakesGroup() {
        OpenSegment current = segment;
        if (current == null) return false;
        boolean fits = group.position() <= current.roomBytes();
        try {
            if (fits) current.take(group.duplicate().flip(), last - acknowledgedThrough);
            else current.seal(acknowledgedThrough, acknowledgedHash);
            sealed = !fits;
        } catch (IOException e) {
            // Nobody knows what this file holds now. The head of the next one says from where on it is void.
            sealed = false;
            fits = false;
        }
        if (!fits) leaveSegment();
        return fits;
    }

    private void leaveSegment() {
        if (segment != null) segment.close();
        segment = null;
    }

    /** Begins a segment that continues at the last acknowledged record and holds all that waits. */
    private void beginSegment() {
        broken = true;
        byte[] snapshot = snapshots.snapshot(acknowledgedThrough);
        refuseTooLarge("the snapshot", snapshot);
        snapshotBytes = snapshot.length;
        ByteBuffer content = contentOfNewSegment(snapshot);
        IOException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS_TO_BEGIN && segment == null; attempt++) {
            try {
                TapeFile file = spare.become(SegmentNames.of(segmentNumber + 1), content.duplicate());
                segment = new OpenSegment(++segmentNumber, file, content.limit(), last - acknowledgedThrough);
            } catch (IOException e) {
                failure = e;
            }
        }
        if (segment == null) throw brokenNow(failure);
    }

    private ByteBuffer contentOfNewSegment(byte[] snapshot) {
        int bytes = SegmentHeader.BYTES + Frame.bytesFor(snapshot.length) + group.position();
        ByteBuffer content = ByteBuffer.allocate(bytes);
        new SegmentHeader(SegmentHeader.VERSION, segmentNumber + 1, acknowledgedThrough, acknowledgedHash, sealed)
                .putInto(content);
        Frame.put(content, FrameKind.SNAPSHOT, acknowledgedThrough, acknowledgedThrough, acknowledgedHash, snapshot);
        return content.put(group.duplicate().flip()).flip();
    }

    private TapeBrokenException brokenNow(@Nullable Throwable cause) {
        boolean full = isDiskFull();
        String remedy = full
                ? "free at least " + ((options.segmentBytes() * 2L) >> 20) + " MiB there, then it goes on by itself"
                : "check the disk and its cable; take no payment until this is gone";
        return new TapeBrokenException("the journal's tape cannot be written in " + disk + ": " + remedy, full, cause);
    }

    private boolean isDiskFull() {
        try {
            return disk.usableSpace() < options.segmentBytes();
        } catch (IOException e) {
            return false;
        }
    }
}
