package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TapeOnRealDiskTest {
    private static final int KILLS = Integer.getInteger("tillbook.tape.kills", 20);

    @TempDir
    private Path folder;

    @Test
    void aTapeOnARealDiskReadsBackThroughItsSwitches() throws IOException {
        RealDisk disk = RealDisk.at(folder.resolve("tape"));
        Tape tape = Tapes.open(disk, 64 << 10).tape();
        Tapes.appendIntoSegment(tape, 3);
        long last = tape.acknowledgedThrough();
        tape.close();
        assertEquals(
                new Reading.Whole(last, tape.acknowledgedHash()),
                TapeReader.whileClosed(disk, last).verifyAll());
        Opening.Opened again = Tapes.open(disk, 64 << 10);
        long from = again.replay().snapshotThrough() + 1;
        assertEquals(LongStream.rangeClosed(from, last).boxed().toList(), Tapes.sequencesOf(again.replay()));
        again.tape().close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyButTheOwnerReadsTheTape() throws IOException {
        Path tapeFolder = folder.resolve("tape");
        Tape tape = Tapes.open(RealDisk.at(tapeFolder), 64 << 10).tape();
        Tapes.appendThrough(tape, 1);
        tape.close();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(tapeFolder)));
        for (String name : List.of("segment-0000000001.tape", SegmentNames.SPARE)) {
            Path file = tapeFolder.resolve(name);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertEquals(64 << 10, Files.size(file));
        }
    }

    @Test
    void aFileOpenedToReadReadsAndDoesNotWrite() throws IOException {
        RealDisk disk = RealDisk.at(folder);
        disk.create("a", 100).close();
        try (TapeFile file = disk.openToRead("a")) {
            assertEquals(0, file.readUsed().length);
            assertThrows(NonWritableChannelException.class, () -> file.write(0, ByteBuffer.allocate(1)));
        }
    }

    @Test
    void aFileIsNeverMadeOverAnother() throws IOException {
        RealDisk disk = RealDisk.at(folder);
        disk.create("a", 100).close();
        assertThrows(FileAlreadyExistsException.class, () -> disk.create("a", 100));
    }

    @Test
    void aProcessThatIsKilledLosesNothingItAcknowledged() throws IOException, InterruptedException {
        SplittableRandom chance = new SplittableRandom(20261122);
        long acknowledged = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long seed = chance.nextLong();
            acknowledged = Math.max(acknowledged, killAfter(chance.nextInt(150), seed));
            RealDisk disk = RealDisk.at(folder.resolve("tape"));
            Opening opening =
                    Tape.open(disk, new TapeOptions(TapeWriterMain.SEGMENT_BYTES, acknowledged), Tapes::snapshot);
            Tape tape = assertInstanceOf(Opening.Opened.class, opening, "kill " + kill)
                    .tape();
            assertTrue(tape.acknowledgedThrough() >= acknowledged, "kill " + kill);
            Tapes.sequencesOf(((Opening.Opened) opening).replay());
            tape.close();
        }
        Reading reading = TapeReader.whileClosed(RealDisk.at(folder.resolve("tape")), acknowledged)
                .verifyAll();
        assertInstanceOf(Reading.Whole.class, reading);
    }

    /** Lets the process acknowledge some groups, kills it with a signal it cannot catch; answers the last it told. */
    private long killAfter(int groups, long seed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TapeWriterMain.class.getName(),
                        folder.resolve("tape").toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long told = 0;
        try (BufferedReader out = process.inputReader()) {
            for (int line = 0; line <= groups; line++) told = Math.max(told, told(out.readLine()));
            // Unlike Process.destroyForcibly this keeps the pipe open, with what was told before the end.
            process.toHandle().destroyForcibly();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the killed process ends");
            // A last line that is cut is a smaller number and does no harm.
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (!line.isEmpty()) told = Math.max(told, told(line));
            }
        }
        return told;
    }

    private static long told(String line) {
        assertTrue(line != null, "the writing process tells what it acknowledged");
        return Long.parseLong(line);
    }
}
