package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a damaged segment in order: writes it anew from its whole frames and from what a {@link Repair} knows, proves it by
 * the chain, and swaps it in; the damaged file is kept under another name. The last segment may be mended only while the
 * tape is closed, any other at any time. One thread at a time.
 */
public final class TapeMender {
    private static final int KEPT_MAX = 1000;

    private final TapeDisk disk;
    private final Repair repair;

    /** Mends in one folder with one source of knowledge. */
    public TapeMender(TapeDisk disk, Repair repair) {
        this.disk = disk;
        this.repair = repair;
    }

    /**
     * Mends one segment, as named by a {@link Damage}.
     *
     * @param appliedThrough highest sequence known to have been acknowledged, so that a tail that is too short is made whole
     * @throws TapeBrokenException if the disk cannot be read or written; the segment is then as it was
     */
    public Mending mend(String segment, long appliedThrough) {
        try {
            SegmentList segments = SegmentList.of(disk);
            int index = segments.indexOf(segment);
            if (index < 0) return cannot(segment, 1, DamageKind.MISSING_SEGMENT);
            SegmentImage image = SegmentImage.load(disk, segment);
            SegmentHeader header = segments.get(index).header();
            if (header == null) header = headerFromSnapshot(segments, index, image);
            if (header == null) return cannot(segment, 1, DamageKind.HEADER);
            return write(
                    segment,
                    image,
                    new MendedSegment(image, header, segments.headerBehind(index), repair),
                    appliedThrough);
        } catch (IOException e) {
            throw new TapeBrokenException(
                    "the segment " + segment + " cannot be mended in " + disk + ": check the disk, then try again",
                    false,
                    e);
        }
    }

    private Mending write(String segment, SegmentImage image, MendedSegment mended, long appliedThrough)
            throws IOException {
        Damage left = mended.build(segment, appliedThrough);
        if (left != null) return new Mending.CannotMend(left);
        byte[] content = mended.content();
        if (isSame(content, image)) return new Mending.NothingToMend();
        return new Mending.Mended(mended.recordsMended(), swapIn(segment, image, content));
    }

    private static boolean isSame(byte[] content, SegmentImage image) {
        return image.used() <= content.length && Arrays.equals(content, Arrays.copyOf(image.bytes(), content.length));
    }

    /** The snapshot says the same as the head: what the segment continues. */
    private @Nullable SegmentHeader headerFromSnapshot(SegmentList segments, int index, SegmentImage image)
            throws IOException {
        Frame snapshot = Frame.at(image, SegmentHeader.BYTES);
        if (snapshot == null || snapshot.kind() != FrameKind.SNAPSHOT) return null;
        long number = SegmentNames.numberOf(segments.get(index).name());
        boolean afterSeal = index > 0 && isSealed(segments.get(index - 1), snapshot.sequence());
        return new SegmentHeader(SegmentHeader.VERSION, number, snapshot.sequence(), snapshot.previous(), afterSeal);
    }

    private boolean isSealed(SegmentList.Entry entry, long last) throws IOException {
        SegmentHeader header = entry.header();
        if (header == null) return false;
        SegmentImage image = SegmentImage.load(disk, entry.name());
        return SegmentWalk.through(last, image, header, (frame, hash) -> {}).takeSealHere();
    }

    /** At every moment one of the two files bears the segment's name, and the damaged one is kept before it goes. */
    private String swapIn(String segment, SegmentImage image, byte[] content) throws IOException {
        String keptAs = freeName(segment, disk.list());
        writeFile(keptAs, image.size(), ByteBuffer.wrap(image.bytes(), 0, image.used()));
        String mending = segment + ".mending";
        disk.delete(mending);
        writeFile(mending, image.size(), ByteBuffer.wrap(content));
        disk.rename(mending, segment);
        disk.syncDirectory();
        return keptAs;
    }

    private void writeFile(String name, int size, ByteBuffer content) throws IOException {
        try (TapeFile file = disk.create(name, size)) {
            file.write(0, content);
            file.force();
        }
        disk.syncDirectory();
    }

    private static String freeName(String segment, List<String> names) throws IOException {
        for (int number = 1; number <= KEPT_MAX; number++) {
            String name = segment + ".damaged-" + number;
            if (!names.contains(name)) return name;
        }
        throw new IOException("too many damaged copies are kept of " + segment + "; move them away");
    }

    private static Mending cannot(String segment, long sequence, DamageKind kind) {
        return new Mending.CannotMend(new Damage(segment, sequence, kind));
    }
}
