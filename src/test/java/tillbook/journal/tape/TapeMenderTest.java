package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TapeMenderTest {
    private static final int SEGMENT_BYTES = 8 << 10;
    private static final String FIRST = "segment-0000000001.tape";

    private final MemoryDisk disk = new MemoryDisk();
    private final Map<Long, ChainHash> hashes = new HashMap<>();
    private long last;

    @BeforeEach
    void aTapeOfThreeSegmentsAndADatabaseThatKnowsItsEvents() {
        Tape tape = Tapes.open(disk, SEGMENT_BYTES).tape();
        Tapes.appendIntoSegment(tape, 3);
        last = tape.acknowledgedThrough();
        TapeReader.whileClosed(disk, last).read(1, (sequence, hash, payload) -> hashes.put(sequence, hash));
        tape.close();
    }

    /** Answers as the search database would. */
    private final class Database implements Repair {
        @Override
        public Optional<Candidate> record(long sequence) {
            return Optional.ofNullable(hashes.get(sequence)).map(hash -> new Candidate(Tapes.payload(sequence), hash));
        }

        @Override
        public Optional<byte[]> snapshot(long through) {
            return Optional.of(Tapes.snapshot(through));
        }
    }

    @Test
    void anyFlippedByteOfASealedSegmentIsMendedToWhatItWas() throws IOException {
        byte[] before = disk.content(FIRST);
        for (int at = 0; at < SEGMENT_BYTES; at += 5) {
            MemoryDisk image = disk.crashImage(CrashModel.NONE, new SplittableRandom(1));
            image.flip(FIRST, at * 8 + at % 8);
            String where = "byte " + at;
            Damage damage = assertInstanceOf(
                            Reading.Broken.class,
                            TapeReader.whileClosed(image, last).verifyAll(),
                            where)
                    .damage();
            Mending mending = new TapeMender(image, new Database()).mend(damage.segment(), last);
            String keptAs =
                    assertInstanceOf(Mending.Mended.class, mending, where).keptAs();
            assertTrue(image.list().contains(keptAs), where);
            assertInstanceOf(
                    Reading.Whole.class, TapeReader.whileClosed(image, last).verifyAll(), where);
            assertSameRecords(before, image.content(FIRST), where);
        }
    }

    /** A mended record cannot know which sequence had been forced when it was written; all else is the same. */
    private static void assertSameRecords(byte[] before, byte[] after, String where) {
        assertEquals(before.length, after.length, where);
        assertArrayEquals(head(before), head(after), where);
    }

    private static byte[] head(byte[] segment) {
        byte[] head = new byte[SegmentHeader.BYTES];
        ByteBuffer.wrap(segment).get(head);
        return head;
    }

    @Test
    void severalLostRecordsInARowAreMended() throws IOException {
        overwriteWithNoise(FIRST, 1000, 2000);
        Mending mending = new TapeMender(disk, new Database()).mend(FIRST, last);
        assertTrue(assertInstanceOf(Mending.Mended.class, mending).recordsMended() >= 3, mending::toString);
        assertInstanceOf(Reading.Whole.class, TapeReader.whileClosed(disk, last).verifyAll());
    }

    @Test
    void aTailThatIsTooShortIsMendedFromWhatTheDatabaseHasApplied() throws IOException {
        String open = "segment-0000000003.tape";
        overwriteWithNoise(open, disk.content(open).length - 300, 300);
        TapeOptions options = new TapeOptions(SEGMENT_BYTES, last);
        assertInstanceOf(Opening.Damaged.class, Tape.open(disk, options, Tapes::snapshot));
        assertInstanceOf(Mending.Mended.class, new TapeMender(disk, new Database()).mend(open, last));
        Opening opening = Tape.open(disk, options, Tapes::snapshot);
        assertEquals(
                last, assertInstanceOf(Opening.Opened.class, opening).tape().acknowledgedThrough());
    }

    @Test
    void aWrongWordOfTheDatabaseIsNotTaken() throws IOException {
        overwriteWithNoise(FIRST, 1000, 1);
        Repair liar = new Repair() {
            @Override
            public Optional<Candidate> record(long sequence) {
                byte[] payload = Tapes.payload(sequence);
                payload[3]++;
                return Optional.of(new Candidate(payload, hashes.getOrDefault(sequence, ChainHash.GENESIS)));
            }

            @Override
            public Optional<byte[]> snapshot(long through) {
                return Optional.empty();
            }
        };
        assertInstanceOf(Mending.CannotMend.class, new TapeMender(disk, liar).mend(FIRST, last));
        assertTrue(disk.list().stream().noneMatch(name -> name.contains("damaged")));
    }

    @Test
    void aWholeSegmentIsLeftAlone() {
        TapeMender mender = new TapeMender(disk, new Database());
        assertEquals(new Mending.NothingToMend(), mender.mend(FIRST, last));
        assertEquals(new Mending.NothingToMend(), mender.mend("segment-0000000003.tape", last));
    }

    @Test
    void aPowerCutWhileMendingLeavesTheDamagedOrTheMendedSegment() throws IOException {
        overwriteWithNoise(FIRST, 1000, 1);
        SplittableRandom chance = new SplittableRandom(7);
        disk.gate((operation, name) -> {
            for (CrashModel model : CrashModel.values()) {
                MemoryDisk image = disk.crashImage(model, chance);
                Opening opening = Tape.open(image, new TapeOptions(SEGMENT_BYTES, last), Tapes::snapshot);
                assertInstanceOf(Opening.Opened.class, opening);
                if (TapeReader.whileClosed(image, last).verifyAll() instanceof Reading.Broken) {
                    Mending again = new TapeMender(image, new Database()).mend(FIRST, last);
                    assertInstanceOf(Mending.Mended.class, again);
                }
            }
        });
        assertInstanceOf(Mending.Mended.class, new TapeMender(disk, new Database()).mend(FIRST, last));
    }

    private void overwriteWithNoise(String name, int offset, int bytes) throws IOException {
        byte[] noise = new byte[bytes];
        new SplittableRandom(offset).nextBytes(noise);
        try (TapeFile file = disk.open(name)) {
            file.write(offset, ByteBuffer.wrap(noise));
            file.force();
        }
    }
}
