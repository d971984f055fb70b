package tillbook.hardware.mock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.device.DeviceHost;
import tillbook.device.DeviceListener;
import tillbook.device.DeviceText;
import tillbook.device.FoundDevice;
import tillbook.device.HostStart;
import tillbook.device.Scan;
import tillbook.device.ScannerFault;
import tillbook.device.Teaching;

/** A program that cannot load libusb, in a JVM of its own, as this one may have loaded it. */
class WithoutUsbTest {
    @TempDir
    Path folder;

    /** Starts the host as the program does, and says how it went. */
    public static final class Start implements DeviceListener {
        public static void main(String[] arguments) {
            try (DeviceHost host = DeviceHost.ofThisMachine()) {
                HostStart start = host.start(new Start());
                System.out.println(new DeviceText(Locale.ENGLISH).say(start));
                System.out.println(
                        host.found() + " " + host.printer("usb:04b8:0e15:A1").open());
                host.teach("X", 1, (Teaching answer) -> System.out.println(answer));
            }
        }

        @Override
        public void devicesChanged(List<FoundDevice> now) {}

        @Override
        public void scanned(Scan scan) {}

        @Override
        public void scannerLost(FoundDevice scanner, ScannerFault why) {}

        @Override
        public void scannerBack(FoundDevice scanner) {}
    }

    @Test
    void itSaysOneSentenceAndGoesOn() throws IOException, InterruptedException {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + noFolder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Start.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it did not end in 60 s");
        // The JVM itself has something to say of such a folder.
        List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("WARNING"))
                .toList();
        assertEquals(0, process.exitValue(), lines.toString());
        assertEquals(3, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("No USB on this computer"), lines.toString());
        assertTrue(lines.get(1).startsWith("[] Failed[fault=GONE"), lines.toString());
        assertEquals("NobodyToAsk[]", lines.get(2));
    }
}
