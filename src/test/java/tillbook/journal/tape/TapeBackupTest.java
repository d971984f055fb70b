package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TapeBackupTest {
    private static final int SEGMENT_BYTES = 8 << 10;

    private final MemoryDisk disk = new MemoryDisk();
    private final MemoryDisk copy = new MemoryDisk();
    private final Tape tape = Tapes.open(disk, SEGMENT_BYTES).tape();
    private final TapeBackup backup = new TapeBackup(disk, copy, tape::acknowledgedThrough);

    @Test
    void everyCopyOfAGrowingTapeHoldsAllThatIsAcknowledgedAndOpens() {
        for (long through = 1; through < 100; through += 7) {
            Tapes.appendThrough(tape, through);
            long last = tape.acknowledgedThrough();
            assertEquals(
                    last,
                    assertInstanceOf(BackupAnswer.Copied.class, backup.copy()).through());
            assertEquals(
                    new Reading.Whole(last, tape.acknowledgedHash()),
                    TapeReader.whileClosed(copy, last).verifyAll());
        }
        assertEquals(new BackupAnswer.Copied(tape.acknowledgedThrough(), 0), backup.copy());
        Tape restored = Tapes.open(copy, SEGMENT_BYTES).tape();
        Tapes.appendThrough(restored, 200);
        assertInstanceOf(Reading.Whole.class, TapeReader.whileClosed(copy, 200).verifyAll());
    }

    @Test
    void whatIsNotAcknowledgedIsNotCopied() throws IOException {
        Tapes.appendThrough(tape, 5);
        tape.append(Tapes.payload(6));
        disk.gate((operation, name) -> {
            if (operation == MemoryDisk.Operation.FORCE) {
                disk.gate((again, file) -> {});
                assertEquals(new BackupAnswer.Copied(5, 1), backup.copy());
            }
        });
        tape.force();
        assertInstanceOf(Reading.Whole.class, TapeReader.whileClosed(copy, 5).verifyAll());
        assertEquals(new BackupAnswer.Copied(6, 1), backup.copy());
    }

    @Test
    void aDamagedTapeDoesNotReplaceItsGoodCopy() throws IOException {
        Tapes.appendIntoSegment(tape, 2);
        backup.copy();
        long copied = tape.acknowledgedThrough();
        Tapes.appendThrough(tape, copied + 3);
        disk.flip("segment-0000000002.tape", 9000);
        assertInstanceOf(BackupAnswer.SourceDamaged.class, backup.copy());
        assertEquals(
                copied,
                assertInstanceOf(
                                Reading.Whole.class,
                                TapeReader.whileClosed(copy, copied).verifyAll())
                        .last());
    }

    @Test
    void aCopyThatRotsIsWrittenAnew() throws IOException {
        Tapes.appendThrough(tape, 5);
        backup.copy();
        copy.flip("segment-0000000001.tape", 5000);
        assertEquals(new BackupAnswer.Copied(5, 1), backup.copy());
        assertInstanceOf(Reading.Whole.class, TapeReader.whileClosed(copy, 5).verifyAll());
    }

    @Test
    void aBackupPlaceThatFailsIsToldAndATapeGoesOn() {
        Tapes.appendThrough(tape, 5);
        copy.usableSpace(0);
        assertInstanceOf(BackupAnswer.TargetFailed.class, backup.copy());
        copy.usableSpace(1 << 20);
        assertInstanceOf(BackupAnswer.Copied.class, backup.copy());
    }

    @Test
    void aPowerCutWhileCopyingLeavesACopyThatOpens() {
        Tapes.appendIntoSegment(tape, 2);
        backup.copy();
        Tapes.appendIntoSegment(tape, 3);
        SplittableRandom chance = new SplittableRandom(3);
        copy.gate((operation, name) -> {
            for (CrashModel model : CrashModel.values()) {
                MemoryDisk image = copy.crashImage(model, chance);
                Tapes.open(image, SEGMENT_BYTES);
                new TapeBackup(disk, image, tape::acknowledgedThrough).copy();
                assertEquals(
                        new Reading.Whole(tape.acknowledgedThrough(), tape.acknowledgedHash()),
                        TapeReader.whileClosed(image, tape.acknowledgedThrough())
                                .verifyAll());
            }
        });
        backup.copy();
    }
}
