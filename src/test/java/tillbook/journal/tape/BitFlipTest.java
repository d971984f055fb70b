package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Single bits that turn over, in every place of a segment. */
class BitFlipTest {
    private static final String FIRST = "segment-0000000001.tape";
    private static final int SEALED_BYTES = 64 << 10;

    /** With 1 every bit of the sealed segment is tried (a minute on a slow machine), with 7 each byte of it. */
    private static final int FLIP_STEP = Integer.getInteger("tillbook.tape.flipStep", 7);

    private static final int OPEN_BYTES = 8 << 10;
    private static final int STRIPES = 16;

    @Test
    void everyFlipInASealedSegmentIsDetected() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        Tape tape = Tapes.open(disk, SEALED_BYTES).tape();
        Tapes.appendIntoSegment(tape, 2);
        byte[] sealed = Arrays.copyOf(disk.content(FIRST), SEALED_BYTES);
        SegmentHeader behind = header(disk.content("segment-0000000002.tape"));
        assertFalse(isDetected(sealed, behind));
        long detected = IntStream.range(0, STRIPES)
                .parallel()
                .mapToLong(stripe -> detectedInStripe(sealed.clone(), stripe, behind))
                .sum();
        assertEquals(Math.ceilDiv(SEALED_BYTES * 8L, FLIP_STEP), detected);
    }

    private static long detectedInStripe(byte[] segment, int stripe, SegmentHeader behind) {
        long detected = 0;
        for (int bit = stripe * FLIP_STEP; bit < SEALED_BYTES * 8; bit += STRIPES * FLIP_STEP) {
            segment[bit / 8] ^= (byte) (1 << (bit % 8));
            if (isDetected(segment, behind)) detected++;
            segment[bit / 8] ^= (byte) (1 << (bit % 8));
        }
        return detected;
    }

    /** What the reader does with one segment, without the disk between. */
    private static boolean isDetected(byte[] segment, SegmentHeader behind) {
        SegmentHeader header = SegmentHeader.parse(segment);
        if (header == null) return true;
        SegmentWalk walk =
                SegmentWalk.through(behind.continues(), SegmentImage.of(segment), header, (frame, hash) -> {});
        return SegmentRule.damageIn(walk, FIRST, behind) != null;
    }

    private static SegmentHeader header(byte[] segment) {
        return Objects.requireNonNull(SegmentHeader.parse(segment));
    }

    @Test
    void aFlipInTheOpenSegmentIsNeverAcceptedInARecordAndChangesNothingInUnusedSpace() throws IOException {
        MemoryDisk disk = new MemoryDisk();
        Tape tape = Tapes.open(disk, OPEN_BYTES).tape();
        Tapes.appendThrough(tape, 15);
        int used = disk.content(FIRST).length;
        List<Long> all = LongStream.rangeClosed(1, 15).boxed().toList();
        MemoryDisk image = disk.crashImage(CrashModel.NONE, new SplittableRandom(1));
        for (int bit = 0; bit < OPEN_BYTES * 8; bit++) {
            image.flip(FIRST, bit);
            // Eight bytes of padding may lie behind the last byte that is not zero.
            if (bit >= (used + 8) * 8) assertEquals(all, sequencesAfter(image, 15), "bit " + bit);
            else if (bit < used * 8) assertNotAccepted(image, bit, all);
            image.flip(FIRST, bit);
        }
    }

    private static void assertNotAccepted(MemoryDisk image, int bit, List<Long> all) {
        Opening knowing = Tape.open(image, new TapeOptions(OPEN_BYTES, 15), Tapes::snapshot);
        assertInstanceOf(Opening.Damaged.class, knowing, "bit " + bit);
        Opening alone = Tape.open(image, new TapeOptions(OPEN_BYTES, 0), Tapes::snapshot);
        if (alone instanceof Opening.Opened opened) {
            // Only the last record has nobody who says that it had been forced.
            assertTrue(opened.torn() != null, "bit " + bit);
            assertEquals(all.subList(0, 14), Tapes.sequencesOf(opened.replay()), "bit " + bit);
        }
    }

    private static List<Long> sequencesAfter(MemoryDisk disk, long applied) {
        Opening opening = Tape.open(disk, new TapeOptions(OPEN_BYTES, applied), Tapes::snapshot);
        return Tapes.sequencesOf(assertInstanceOf(Opening.Opened.class, opening).replay());
    }
}
