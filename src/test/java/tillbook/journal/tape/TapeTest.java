package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final TapeOptions SMALL = new TapeOptions(64 << 10, 0);

    private final MemoryDisk disk = new MemoryDisk();

    @Test
    void anEmptyFolderOpensAsAnEmptyTapeWithASpareSegment() {
        Opening.Opened opened = open(SMALL);
        assertEquals(Optional.empty(), opened.replay().snapshot());
        assertEquals(List.of(), recordsOf(opened.replay()));
        assertNull(opened.torn());
        assertTrue(opened.tape().preallocatedBytesLeft() > 60_000);
    }

    @Test
    void whatWasForcedIsReplayedInItsOrderAfterTheSnapshot() {
        Tape tape = open(SMALL).tape();
        assertEquals(1, tape.append(bytes("coffee")));
        assertEquals(2, tape.append(bytes("tea")));
        assertEquals(0, tape.acknowledgedThrough());
        tape.force();
        assertEquals(2, tape.acknowledgedThrough());

        Opening.Opened again = open(SMALL);
        assertEquals(List.of("coffee", "tea"), recordsOf(again.replay()));
        assertEquals("state 0", text(again.replay().snapshot().orElseThrow()));
        assertEquals(tape.acknowledgedHash(), again.tape().acknowledgedHash());
    }

    @Test
    void whatWasNotForcedIsNotWritten() {
        open(SMALL).tape().append(bytes("coffee"));
        assertEquals(List.of(), recordsOf(open(SMALL).replay()));
    }

    @Test
    void theHashOfARecordCanBeComputedFromWhatASearchDatabaseKeeps() {
        Tape tape = open(SMALL).tape();
        tape.append(bytes("coffee"));
        tape.append(bytes("tea"));
        tape.force();
        ChainHash first = ChainHash.of(1, ChainHash.GENESIS, bytes("coffee"));
        assertEquals(ChainHash.of(2, first, bytes("tea")), tape.acknowledgedHash());
    }

    @Test
    void aFullSegmentIsSealedAndTheNextBeginsWithASnapshotOfWhatIsAcknowledged() throws IOException {
        Tape tape = open(SMALL).tape();
        while (tape.segmentNumber() < 3) appendForced(tape, "x".repeat(4000));
        Opening.Opened again = open(SMALL);
        long through = again.replay().snapshotThrough();
        assertEquals("state " + through, text(again.replay().snapshot().orElseThrow()));
        assertEquals(through + 1, again.tape().acknowledgedThrough());
        assertTrue(disk.list().contains(SegmentNames.SPARE));
    }

    @Test
    void aPayloadOverTheLimitIsRefusedAndNothingIsAppended() {
        Tape tape = open(SMALL).tape();
        var refused = assertThrows(IllegalArgumentException.class, () -> tape.append(new byte[20_000]));
        assertTrue(refused.toString().contains("16384"), refused::toString);
        assertEquals(1, tape.append(new byte[16384]));
    }

    @Test
    void aGroupThatWouldNotFitInANewSegmentMustBeForcedFirst() {
        Tape tape = open(SMALL).tape();
        tape.append(new byte[16_000]);
        tape.append(new byte[16_000]);
        assertThrows(IllegalStateException.class, () -> tape.append(new byte[16_000]));
        tape.force();
        assertEquals(3, tape.append(new byte[16_000]));
    }

    @Test
    void payloadsOfZerosAndOfNothingComeBackAsTheyWere() {
        Tape tape = open(SMALL).tape();
        tape.append(new byte[0]);
        tape.append(new byte[5000]);
        tape.force();
        List<byte[]> payloads = new ArrayList<>();
        open(SMALL).replay().forEach((sequence, hash, payload) -> payloads.add(payload));
        assertArrayEquals(new byte[0], payloads.get(0));
        assertArrayEquals(new byte[5000], payloads.get(1));
    }

    @Test
    void afterAForceThatFailedTheGroupMovesToANewSegmentWithItsSequences() throws IOException {
        Tape tape = open(SMALL).tape();
        appendForced(tape, "coffee");
        long group = tape.append(bytes("tea"));
        disk.gate(once(MemoryDisk.Operation.FORCE, "segment-0000000001.tape"));
        tape.force();
        assertEquals(2, tape.segmentNumber());
        assertEquals(group, tape.acknowledgedThrough());
        Opening.Opened again = open(SMALL);
        assertEquals("state 1", text(again.replay().snapshot().orElseThrow()));
        assertEquals(List.of("tea"), recordsOf(again.replay()));
    }

    @Test
    void aDiskThatTakesNothingLeavesTheTapeBrokenUntilItDoes() {
        Tape tape = open(SMALL).tape();
        appendForced(tape, "coffee");
        tape.append(bytes("tea"));
        disk.gate((operation, name) -> {
            if (operation == MemoryDisk.Operation.FORCE) throw new IOException("Input/output error");
        });
        var broken = assertThrows(TapeBrokenException.class, tape::force);
        assertFalse(broken.diskFull());
        assertTrue(broken.toString().contains("take no payment"), broken::toString);
        assertTrue(tape.isBroken());
        assertEquals(1, tape.acknowledgedThrough());
        assertThrows(TapeBrokenException.class, () -> tape.append(bytes("milk")));

        disk.gate((operation, name) -> {});
        tape.force();
        assertFalse(tape.isBroken());
        assertEquals(2, tape.acknowledgedThrough());
        assertEquals(List.of("tea"), recordsOf(open(SMALL).replay()));
    }

    @Test
    void aFullDiskBlocksNoSwitchAsLongAsThereIsASpareAndSaysHowMuchIsLeft() {
        Tape tape = open(SMALL).tape();
        appendForced(tape, "coffee");
        disk.usableSpace(0);
        long before = tape.preallocatedBytesLeft();
        long taken = 0;
        while (tape.preallocatedBytesLeft() > 5000) {
            appendForced(tape, "x".repeat(4000));
            taken += 4064;
        }
        assertTrue(taken > before - 10_000, taken + " of " + before);
        assertEquals(2, tape.segmentNumber());
        tape.append(new byte[6000]);
        assertTrue(assertThrows(TapeBrokenException.class, tape::force).diskFull());
        assertFalse(tape.ensureSpare());

        disk.usableSpace(1 << 30);
        tape.force();
        assertEquals(3, tape.segmentNumber());
        assertTrue(tape.preallocatedBytesLeft() > 60_000);
    }

    @Test
    void aTornTailIsToldAndNeverContinuedInPlace() throws IOException {
        appendForced(open(SMALL).tape(), "coffee");
        overwrite("segment-0000000001.tape", disk.content("segment-0000000001.tape").length + 80);
        Opening.Opened torn = open(SMALL);
        assertEquals(2, assertInstanceOf(TornTail.class, torn.torn()).sequence());
        assertEquals(List.of("coffee"), recordsOf(torn.replay()));
        appendForced(torn.tape(), "tea");
        assertEquals(2, torn.tape().segmentNumber());
        assertNull(open(SMALL).torn());
    }

    @Test
    void aSpareThatIsNotBlankIsMadeAnew() throws IOException {
        appendForced(open(SMALL).tape(), "coffee");
        overwrite(SegmentNames.SPARE, 65_500);
        Tape tape = open(SMALL).tape();
        while (tape.segmentNumber() < 3) appendForced(tape, "x".repeat(4000));
        assertInstanceOf(
                Reading.Whole.class,
                TapeReader.whileOpen(disk, tape::acknowledgedThrough).verifyAll());
    }

    private void overwrite(String name, int offset) throws IOException {
        try (TapeFile file = disk.open(name)) {
            file.write(offset, ByteBuffer.wrap(bytes("noise")));
            file.force();
        }
    }

    @Test
    void aSpareThatCannotBeReadIsMadeAnew() {
        appendForced(open(SMALL).tape(), "coffee");
        disk.gate((operation, name) -> {
            if (operation == MemoryDisk.Operation.READ && name.equals(SegmentNames.SPARE)) {
                throw new IOException("Input/output error");
            }
        });
        assertTrue(open(SMALL).tape().preallocatedBytesLeft() > 100_000);
    }

    @Test
    void aTapeThatEndsBeforeWhatTheDatabaseHasAppliedIsDamaged() {
        Tape tape = open(SMALL).tape();
        appendForced(tape, "coffee");
        assertEquals(
                new Opening.Damaged(new Damage("segment-0000000001.tape", 2, DamageKind.TOO_SHORT)),
                Tape.open(disk, new TapeOptions(64 << 10, 2), TapeTest::state));
        assertInstanceOf(
                Opening.Damaged.class, Tape.open(new MemoryDisk(), new TapeOptions(64 << 10, 2), TapeTest::state));
    }

    @Test
    void aNewerTapeIsRefusedAndNotTouched() throws IOException {
        Tape tape = open(SMALL).tape();
        appendForced(tape, "coffee");
        TapeFile file = disk.open("segment-0000000001.tape");
        ByteBuffer head = ByteBuffer.allocate(SegmentHeader.BYTES);
        new SegmentHeader(2, 1, 0, ChainHash.GENESIS, false).putInto(head);
        file.write(0, head.flip());
        assertEquals(new Opening.TooNew("segment-0000000001.tape", 2), Tape.open(disk, SMALL, TapeTest::state));
    }

    private Opening.Opened open(TapeOptions options) {
        return assertInstanceOf(Opening.Opened.class, Tape.open(disk, options, TapeTest::state));
    }

    private static byte[] state(long through) {
        return bytes("state " + through);
    }

    private static void appendForced(Tape tape, String payload) {
        tape.append(bytes(payload));
        tape.force();
    }

    private static MemoryDisk.Gate once(MemoryDisk.Operation which, String file) {
        boolean[] done = {false};
        return (operation, name) -> {
            if (!done[0] && operation == which && name.equals(file)) {
                done[0] = true;
                throw new IOException("Input/output error");
            }
        };
    }

    private static List<String> recordsOf(Replay replay) {
        List<String> texts = new ArrayList<>();
        replay.forEach((sequence, hash, payload) -> texts.add(text(payload)));
        return texts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
