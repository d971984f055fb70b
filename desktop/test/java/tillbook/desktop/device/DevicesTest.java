package tillbook.desktop.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tillbook.device.DeviceHost;
import tillbook.device.DeviceListener;
import tillbook.device.FoundDevice;
import tillbook.device.HostStart;
import tillbook.device.Teaching;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.port.DevicePort;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterPort;
import tillbook.scan.ScanReader;

class DevicesTest {
    private static final String ADDRESS = "usb:0416:5011@1-1";
    private static final int TRIES = 100;

    /** A way without answers promises none, whoever asks for it and however early. */
    @Test
    void aPrinterThatOnlyTakesBytesIsKnownToSayNothing() {
        try (Devices devices = new Devices(new OneMutePrinter(), new ScanReader(List.of()), InstantSource.system())) {
            PrinterPort port = devices.printer(ADDRESS);
            assertEquals(ConfirmationTier.PROCESS_ID, port.ceiling(), "before the first look it may say all there is");
            devices.begin(List.of());
            awaitTheFirstLook(port);
            assertEquals(ConfirmationTier.SILENT, port.ceiling());
        }
    }

    /** Opening waits for the first look for a while, on a slow machine more than once. */
    private static void awaitTheFirstLook(PrinterPort port) {
        PortOpening.Failed failed = assertInstanceOf(PortOpening.Failed.class, port.open());
        for (int tries = 0; tries < TRIES && failed.detail().contains("looked for"); tries++) {
            failed = assertInstanceOf(PortOpening.Failed.class, port.open());
        }
        assertEquals("no such device", failed.detail());
    }

    private static final class OneMutePrinter implements DeviceHost {
        @Override
        public HostStart start(DeviceListener listener) {
            return new HostStart.Running();
        }

        @Override
        public HostStart look() {
            return new HostStart.Running();
        }

        @Override
        public List<FoundDevice> found() {
            return List.of();
        }

        @Override
        public PrinterPort printer(String address) {
            return new DevicePort(Path.of("no", "such", "device"), false);
        }

        @Override
        public void use(String address) {}

        @Override
        public void leave(String address) {}

        @Override
        public void teach(String code, long waitMs, Consumer<Teaching> answer) {}

        @Override
        public void close() {}
    }
}
