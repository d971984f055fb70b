package tillbook.printing.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;

class DevicePortTest {
    private static final long LONG_MS = 20_000;

    @TempDir
    Path folder;

    @Test
    void aDeviceThatIsNotThereIsGoneAndIsNotMade() {
        Path device = folder.resolve("lp0");
        PortOpening opening = new DevicePort(device, true).open();
        assertEquals(
                PrinterFault.GONE,
                assertInstanceOf(PortOpening.Failed.class, opening).fault());
        assertEquals(false, Files.exists(device));
    }

    @Test
    void bytesReachTheDeviceInTheirOrder() throws IOException {
        Path device = Files.createFile(folder.resolve("lp0"));
        PrinterLink link = open(new DevicePort(device, false));
        assertEquals(3, link.write(new byte[] {9, 1, 2, 3, 9}, 1, 3, LONG_MS));
        assertEquals(2, link.write(new byte[] {4, 5}, 0, 2, LONG_MS));
        link.close();
        assertArrayEquals(new byte[] {1, 2, 3, 4, 5}, Files.readAllBytes(device));
    }

    @Test
    void aDeviceThatIsOnlyWrittenToCanSayNothing() throws IOException {
        Path device = Files.createFile(folder.resolve("lp0"));
        assertEquals(ConfirmationTier.SILENT, new DevicePort(device, false).ceiling());
        assertEquals(ConfirmationTier.PROCESS_ID, new DevicePort(device, true).ceiling());
        try (PrinterLink link = open(new DevicePort(device, false))) {
            assertEquals(0, link.read(new byte[8], 1));
        }
    }

    @Test
    void aDeviceThatTakesNothingHoldsUpNobodyLongerThanAsked() throws Exception {
        try (PrinterLink link = open(new DevicePort(pipe(), true))) {
            byte[] more = new byte[1 << 20];
            assertEquals(0, link.write(more, 0, more.length, 1), "a pipe holds 64 KB, so the write is stuck");
            assertEquals(0, link.write(more, 0, more.length, 1));
        }
    }

    @Test
    void whatTheDeviceSaysIsHeard() throws Exception {
        try (PrinterLink link = open(new DevicePort(pipe(), true))) {
            // A pipe that is open for both ways gives back what it gets.
            link.write(new byte[] {0x12}, 0, 1, LONG_MS);
            byte[] heard = new byte[8];
            assertEquals(1, link.read(heard, LONG_MS));
            assertEquals(0x12, heard[0]);
        }
    }

    /** As Linux shows a printer of one way: opened for both, and every read is refused. */
    @Test
    void aDeviceThatRefusesToBeReadPrintsAndSaysNothing() throws Exception {
        Path file = Files.createFile(folder.resolve("lp0"));
        PrinterLink link = new DeviceLink(oneWay(file), "lp0", () -> true);
        assertEquals(0, link.read(new byte[8], 200));
        assertEquals(2, link.write(new byte[] {4, 5}, 0, 2, LONG_MS));
        link.close();
        assertArrayEquals(new byte[] {4, 5}, Files.readAllBytes(file));
    }

    @Test
    void aDeviceThatRefusesToBeReadAndIsNotThereAnyMoreIsALostLink() throws Exception {
        Path file = Files.createFile(folder.resolve("lp0"));
        try (PrinterLink link = new DeviceLink(oneWay(file), "lp0", () -> false)) {
            assertThrows(LinkLostException.class, () -> {
                while (link.read(new byte[8], 1) == 0) assertTrue(Files.exists(file));
            });
        }
    }

    private static Device oneWay(Path file) throws IOException {
        FileChannel refuses = FileChannel.open(file, StandardOpenOption.READ);
        refuses.close();
        return new Device(FileChannel.open(file, StandardOpenOption.WRITE), refuses);
    }

    @Test
    void aDeviceThatIsGoneIsALostLink() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "this system has no device that refuses every write");
        try (PrinterLink link = open(new DevicePort(full, false))) {
            assertThrows(LinkLostException.class, () -> link.write(new byte[10], 0, 10, LONG_MS));
            assertThrows(LinkLostException.class, () -> link.write(new byte[10], 0, 10, LONG_MS));
        }
    }

    private static PrinterLink open(DevicePort port) {
        return assertInstanceOf(PortOpening.Open.class, port.open()).link();
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        Process made;
        try {
            made = new ProcessBuilder("mkfifo", pipe.toString()).start();
        } catch (IOException e) {
            assumeTrue(false, "this system makes no pipes");
            throw e;
        }
        assumeTrue(made.waitFor(LONG_MS, TimeUnit.MILLISECONDS) && made.exitValue() == 0);
        return pipe;
    }
}
