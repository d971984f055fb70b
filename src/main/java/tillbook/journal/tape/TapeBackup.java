package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second copy of a tape in another folder: every segment as it is, verified by its chain before it is copied, the
 * open one up to its acknowledged end. A copy that is up to date is not written again, and a copy opens like any tape.
 *
 * <p>May run beside the thread that owns the tape; one call at a time.
 */
public final class TapeBackup {
    private final TapeDisk source;
    private final TapeDisk target;
    private final LongSupplier acknowledgedThrough;

    /** Segments that are complete in the target and will not change. */
    private final Set<String> done = new HashSet<>();

    /** Copies from one folder to another; the supplier is {@link Tape#acknowledgedThrough()}. */
    public TapeBackup(TapeDisk source, TapeDisk target, LongSupplier acknowledgedThrough) {
        this.source = source;
        this.target = target;
        this.acknowledgedThrough = acknowledgedThrough;
    }

    /**
     * Brings the copy up to the end that is acknowledged now.
     *
     * @throws TapeBrokenException if the tape's own disk cannot be read
     */
    public BackupAnswer copy() {
        long end = acknowledgedThrough.getAsLong();
        try {
            BackupAnswer unmarked = mark();
            if (unmarked != null) return unmarked;
            SegmentList segments = SegmentList.of(source);
            int written = 0;
            for (int index = 0; index < segments.size(); index++) {
                if (done.contains(segments.get(index).name())) continue;
                Step step = copySegment(segments, index, end);
                if (step.stop != null) return step.stop;
                if (step.wrote) written++;
            }
            return new BackupAnswer.Copied(end, written);
        } catch (IOException e) {
            throw new TapeBrokenException(
                    "the journal's tape cannot be read in " + source + ": check the disk and its cable", false, e);
        }
    }

    /** Before the first segment, so that no copy is ever without it. */
    private @Nullable BackupAnswer mark() {
        try {
            CopyMark.put(target, target.list());
            return null;
        } catch (IOException e) {
            return new BackupAnswer.TargetFailed(e.toString());
        }
    }

    private record Step(boolean wrote, @Nullable BackupAnswer stop) {}

    private Step copySegment(SegmentList segments, int index, long end) throws IOException {
        String name = segments.get(index).name();
        SegmentHeader header = segments.get(index).header();
        SegmentHeader behind = segments.headerBehind(index);
        if (header == null) {
            return stop(new BackupAnswer.SourceDamaged(new Damage(name, 1, DamageKind.HEADER)));
        }
        if (header.isTooNew()) return stop(new BackupAnswer.SourceTooNew(name, header.formatVersion()));
        long through = behind == null ? end : behind.continues();
        SegmentWalk walk = SegmentWalk.through(through, SegmentImage.load(source, name), header, (frame, hash) -> {});
        Damage damage = behind == null
                ? SegmentRule.damageBefore(through, walk, name)
                : SegmentRule.damageIn(walk, name, behind);
        if (damage != null) return stop(new BackupAnswer.SourceDamaged(damage));
        try {
            int size = behind == null ? walk.end() : walk.image().size();
            boolean wrote = bringUpToDate(name, size, Arrays.copyOf(walk.image().bytes(), walk.end()));
            if (behind != null) done.add(name);
            return new Step(wrote, null);
        } catch (IOException e) {
            return stop(new BackupAnswer.TargetFailed(e.toString()));
        }
    }

    private static Step stop(BackupAnswer answer) {
        return new Step(false, answer);
    }

    /** A copy of the open segment is cut to what is used, so that it costs no more than that; it opens all the same. */
    private boolean bringUpToDate(String name, int size, byte[] content) throws IOException {
        if (target.list().contains(name) && isThere(name, content)) return false;
        writeAnew(name, size, content);
        return true;
    }

    private boolean isThere(String name, byte[] content) throws IOException {
        try (TapeFile copy = target.openToRead(name)) {
            byte[] there = copy.readUsed();
            return there.length <= content.length && Arrays.equals(Arrays.copyOf(there, content.length), content);
        }
    }

    /** The older copy keeps its name until the new one is whole: one continued in place and torn would look damaged. */
    private void writeAnew(String name, int size, byte[] content) throws IOException {
        String copying = name + ".copying";
        target.delete(copying);
        try (TapeFile copy = target.create(copying, size)) {
            copy.write(0, ByteBuffer.wrap(content));
            copy.force();
        }
        target.rename(copying, name);
        target.syncDirectory();
    }
}
