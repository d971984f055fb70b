package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A scripted day on a disk that loses power at every moment, and on one that fails each operation once. The fold of the
 * day is the list of its payloads' numbers, so a lost record, a ghost and a wrong snapshot all show.
 */
class TapeStormTest {
    private static final int SEGMENT_BYTES = 16 << 10;
    private static final List<CrashModel> MODELS = List.of(CrashModel.values());
    private static final int SEEDS = Integer.getInteger("tillbook.tape.seeds", 3);
    private static final int FORCES = Integer.getInteger("tillbook.tape.forces", 400);

    /** What is known of the records from outside of the tape. */
    private static final class Day {
        private final List<byte[]> appended = new ArrayList<>();
        private final SplittableRandom chance;
        private long folded;

        Day(long seed) {
            this.chance = new SplittableRandom(seed);
        }

        /** The state is the number of records that were folded; a snapshot bears it and some ballast. */
        byte[] snapshot(long through) {
            assertEquals(folded, through, "a snapshot is asked for exactly what was acknowledged");
            return snapshotOf(through);
        }

        void work(Tape tape, int forces) {
            for (int force = 0; force < forces; force++) {
                for (int left = 1 + chance.nextInt(3); left > 0; left--) append(tape);
                tape.force();
                folded = tape.acknowledgedThrough();
            }
        }

        private void append(Tape tape) {
            byte[] payload = new byte[50 + chance.nextInt(500)];
            chance.nextBytes(payload);
            appended.add(payload);
            assertEquals(appended.size(), tape.append(payload));
        }
    }

    private static byte[] snapshotOf(long through) {
        return ByteBuffer.allocate(200).putLong(through).array();
    }

    @Test
    void aPowerCutAtAnyMomentLosesNothingAcknowledgedAndBringsNoGhost() {
        int images = 0;
        for (long seed = 1; seed <= SEEDS; seed++) images += cutPowerEverywhere(seed);
        assertTrue(images >= SEEDS * FORCES * 5, "images: " + images);
    }

    private static int cutPowerEverywhere(long seed) {
        MemoryDisk disk = new MemoryDisk();
        Day day = new Day(seed);
        SplittableRandom chance = new SplittableRandom(~seed);
        Tape tape = opened(disk, day::snapshot, 0).tape();
        int[] images = {0};
        disk.gate((operation, name) -> {
            for (CrashModel model : MODELS) {
                String where =
                        "seed " + seed + ", " + model + " before operation " + disk.operations() + " " + operation;
                MemoryDisk image = disk.crashImage(model, chance);
                checkTwice(image, day, tape.acknowledgedThrough(), chance.split(), where);
                images[0]++;
            }
        });
        day.work(tape, FORCES);
        return images[0];
    }

    /** Opens the image, goes on selling a little, cuts the power again, and opens once more. */
    private static void checkTwice(
            MemoryDisk image, Day day, long acknowledged, SplittableRandom chance, String where) {
        try {
            Tape tape = check(image, day.appended, acknowledged, acknowledged);
            List<byte[]> known = new ArrayList<>(day.appended.subList(0, (int) tape.acknowledgedThrough()));
            if (chance.nextInt(4) > 0) return;
            for (int force = 0; force < 3; force++) {
                known.add(new byte[] {1, 2, 3, (byte) force});
                tape.append(known.getLast());
                if (force < 2) tape.force();
            }
            CrashModel model = MODELS.get(chance.nextInt(MODELS.size()));
            check(image.crashImage(model, chance), known, tape.acknowledgedThrough(), 0);
        } catch (AssertionError e) {
            throw new AssertionError(where, e);
        }
    }

    /** Opening succeeds, nothing acknowledged is missing, nothing is there that was not appended, the chain holds. */
    private static Tape check(MemoryDisk disk, List<byte[]> appended, long acknowledged, long applied) {
        Opening.Opened opened = opened(disk, TapeStormTest::snapshotOf, applied);
        long last = opened.tape().acknowledgedThrough();
        assertTrue(last >= acknowledged, last + " of " + acknowledged + " acknowledged records are left");
        assertTrue(last <= appended.size(), "a ghost: " + last + " of " + appended.size() + " appended");
        assertReplay(opened.replay(), appended, last);
        // The whole tape of every tenth image is read, of the others the end.
        long from = last % 10 == 0 ? 1 : Math.max(1, last - 50);
        List<Long> read = new ArrayList<>();
        Reading reading = TapeReader.whileOpen(disk, opened.tape()::acknowledgedThrough)
                .read(from, (sequence, hash, payload) -> {
                    read.add(sequence);
                    assertSame(appended, sequence, payload);
                });
        assertEquals(new Reading.Whole(last, opened.tape().acknowledgedHash()), reading);
        assertEquals(last - from + 1, read.size());
        return opened.tape();
    }

    private static void assertReplay(Replay replay, List<byte[]> appended, long last) {
        long[] next = {replay.snapshotThrough()};
        replay.snapshot()
                .ifPresent(state -> assertEquals(next[0], ByteBuffer.wrap(state).getLong()));
        replay.forEach((sequence, hash, payload) -> {
            assertEquals(++next[0], sequence);
            assertSame(appended, sequence, payload);
        });
        assertEquals(last, next[0]);
    }

    private static void assertSame(List<byte[]> appended, long sequence, byte[] payload) {
        assertEquals(ByteBuffer.wrap(appended.get((int) sequence - 1)), ByteBuffer.wrap(payload), "record " + sequence);
    }

    private static Opening.Opened opened(MemoryDisk disk, SnapshotSource snapshots, long applied) {
        Opening opening = Tape.open(disk, new TapeOptions(SEGMENT_BYTES, applied), snapshots);
        if (opening instanceof Opening.Opened opened) return opened;
        return fail("not opened: " + opening);
    }

    @Test
    void everyOperationThatFailsOnceLosesNothingAcknowledged() {
        for (String error : List.of("No space left on device", "Input/output error")) {
            long operations = failOperation(Long.MAX_VALUE, error, 1);
            for (long failing = 1; failing <= operations; failing++) failOperation(failing, error, 1);
        }
    }

    @Test
    void everyOperationFromWhichOnTheDiskFailsLosesNothingAcknowledged() {
        long operations = failOperation(Long.MAX_VALUE, "none", 1);
        for (long failing = 1; failing <= operations; failing++) failOperation(failing, "Input/output error", 1000);
    }

    @Test
    void aProcessKilledBeforeAnyOperationHandsOutOnlyWhatSurvivesAPowerCutFromThenOn() {
        long operations = killBefore(Long.MAX_VALUE);
        for (long operation = 1; operation <= operations; operation++) killBefore(operation);
    }

    /** What a killed process had written stays in the system's cache, forced or not. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static long killBefore(long last) {
        MemoryDisk disk = new MemoryDisk();
        Day day = new Day(last);
        disk.gate((operation, name) -> {
            if (disk.operations() == last) throw new Killed();
        });
        long[] acknowledged = {0};
        try {
            Tape tape = opened(disk, day::snapshot, 0).tape();
            try {
                day.work(tape, 40);
            } finally {
                acknowledged[0] = tape.acknowledgedThrough();
            }
        } catch (Killed e) {
            assertEquals(last, disk.operations());
        }
        disk.gate((operation, name) -> {});
        checkKilledThenPowerCut(disk, day, acknowledged[0], "killed before operation " + last);
        return disk.operations();
    }

    /** A short day in which one operation (or several in a row) fails; answers how many operations the day has. */
    private static long failOperation(long failing, String error, int times) {
        MemoryDisk disk = new MemoryDisk();
        Day day = new Day(failing);
        long[] operation = {0};
        disk.gate((kind, name) -> {
            operation[0]++;
            if (operation[0] >= failing && operation[0] < failing + times) throw new IOException(error);
        });
        String where = "operation " + failing + " fails with " + error;
        long acknowledged = 0;
        try {
            Tape tape = opened(disk, day::snapshot, 0).tape();
            try {
                day.work(tape, 40);
            } finally {
                acknowledged = tape.acknowledgedThrough();
            }
            assertEquals(day.appended.size(), acknowledged);
        } catch (TapeBrokenException e) {
            assertTrue(e.getMessage() != null, where);
        }
        disk.gate((kind, name) -> {});
        SplittableRandom chance = new SplittableRandom(failing);
        for (CrashModel model : MODELS) {
            checkTwice(
                    disk.crashImage(model, chance), day, acknowledged, chance, where + ", then a power cut " + model);
        }
        checkKilledThenPowerCut(disk, day, acknowledged, where);
        return operation[0];
    }

    /** A process that is killed leaves the system's cache; what is replayed from there must be on the disk from then on. */
    private static void checkKilledThenPowerCut(MemoryDisk disk, Day day, long acknowledged, String where) {
        try {
            long handedOut =
                    check(disk, day.appended, acknowledged, acknowledged).acknowledgedThrough();
            MemoryDisk image = disk.crashImage(CrashModel.NONE, new SplittableRandom(1));
            check(image, day.appended, handedOut, handedOut);
        } catch (AssertionError e) {
            throw new AssertionError(where + ", then killed and opened", e);
        }
    }
}
