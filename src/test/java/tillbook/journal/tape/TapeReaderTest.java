package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TapeReaderTest {
    private static final int SEGMENT_BYTES = 8 << 10;

    private final MemoryDisk disk = new MemoryDisk();
    private final Tape tape = Tapes.open(disk, SEGMENT_BYTES).tape();

    @Test
    void readsFromAnySequenceThroughAllSegments() {
        Tapes.appendIntoSegment(tape, 4);
        long last = tape.acknowledgedThrough();
        for (long from = 1; from <= last + 1; from++) {
            List<Long> read = new ArrayList<>();
            Reading reading = reader().read(from, (sequence, hash, payload) -> read.add(sequence));
            assertEquals(new Reading.Whole(last, tape.acknowledgedHash()), reading);
            assertEquals(LongStream.rangeClosed(from, last).boxed().toList(), read);
        }
    }

    @Test
    void anEmptyTapeReadsAsNothing() {
        assertEquals(new Reading.Whole(0, ChainHash.GENESIS), reader().verifyAll());
    }

    @Test
    void whatIsWrittenButNotAcknowledgedIsNotRead() throws IOException {
        Tapes.appendThrough(tape, 5);
        disk.gate((operation, name) -> {
            if (operation == MemoryDisk.Operation.FORCE) {
                disk.gate((again, file) -> {});
                assertEquals(
                        5,
                        assertInstanceOf(Reading.Whole.class, reader().verifyAll())
                                .last());
            }
        });
        Tapes.appendThrough(tape, 6);
        assertEquals(
                6, assertInstanceOf(Reading.Whole.class, reader().verifyAll()).last());
    }

    @Test
    void recordsThatAFailedForceMadeVoidAreNotRead() {
        Tapes.appendThrough(tape, 5);
        tape.append(Tapes.payload(6));
        boolean[] failed = {false};
        disk.gate((operation, name) -> {
            if (operation == MemoryDisk.Operation.FORCE && !failed[0]) {
                failed[0] = true;
                throw new IOException("Input/output error");
            }
        });
        tape.force();
        Tapes.appendThrough(tape, 9);
        List<Long> read = new ArrayList<>();
        reader().read(1, (sequence, hash, payload) -> read.add(sequence));
        assertEquals(LongStream.rangeClosed(1, 9).boxed().toList(), read);
    }

    @Test
    void aMissingSegmentIsNamed() throws IOException {
        Tapes.appendIntoSegment(tape, 4);
        disk.delete("segment-0000000002.tape");
        Damage damage =
                assertInstanceOf(Reading.Broken.class, reader().verifyAll()).damage();
        assertEquals("segment-0000000002.tape", damage.segment());
        assertEquals(DamageKind.MISSING_SEGMENT, damage.kind());
    }

    @Test
    void aSegmentOfAnotherTapeIsABrokenLink() throws IOException {
        Tapes.appendIntoSegment(tape, 3);
        MemoryDisk other = new MemoryDisk();
        Tape stranger = Tapes.open(other, SEGMENT_BYTES).tape();
        stranger.append(new byte[] {1});
        stranger.force();
        Tapes.appendIntoSegment(stranger, 3);
        disk.put("segment-0000000002.tape", Arrays.copyOf(other.content("segment-0000000002.tape"), SEGMENT_BYTES));
        Damage damage =
                assertInstanceOf(Reading.Broken.class, reader().verifyAll()).damage();
        assertEquals("segment-0000000002.tape", damage.segment());
        assertEquals(DamageKind.BROKEN_LINK, damage.kind());
    }

    @Test
    void aRecordThatWasChangedTogetherWithItsChecksumBreaksTheChainBehindIt() throws IOException {
        Tapes.appendIntoSegment(tape, 2);
        String first = "segment-0000000001.tape";
        try (TapeFile file = disk.open(first)) {
            SegmentImage image = SegmentImage.load(file);
            Frame record =
                    Frame.known(image, Frame.known(image, SegmentHeader.BYTES).end());
            byte[] payload = record.payload();
            payload[0]++;
            ByteBuffer forged = ByteBuffer.allocate(Frame.bytesFor(payload.length));
            Frame.put(forged, FrameKind.RECORD, record.forcedThrough(), 1, record.previous(), payload);
            file.write(record.offset, forged.flip());
        }
        assertEquals(new Reading.Broken(new Damage(first, 2, DamageKind.CHAIN)), reader().verifyAll());
    }

    @Test
    void theTailIsVerifiedWithoutTheOlderSegments() throws IOException {
        Tapes.appendIntoSegment(tape, 4);
        disk.flip("segment-0000000001.tape", 9000);
        assertInstanceOf(Reading.Whole.class, reader().verifyTail());
        assertInstanceOf(Reading.Broken.class, reader().verifyAll());
        disk.flip("segment-0000000003.tape", 9000);
        assertInstanceOf(Reading.Broken.class, reader().verifyTail());
    }

    private TapeReader reader() {
        return TapeReader.whileOpen(disk, tape::acknowledgedThrough);
    }
}
