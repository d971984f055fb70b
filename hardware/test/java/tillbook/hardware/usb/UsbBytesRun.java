package tillbook.hardware.usb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.usb4java.BufferUtils;
import org.usb4java.Context;
import org.usb4java.Device;
import org.usb4java.DeviceHandle;
import org.usb4java.DeviceList;
import org.usb4java.LibUsb;
import tillbook.bench.Turns;
import tillbook.hardware.mock.MockSink;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterLink;

/** Measures on the mock bus, in a JVM that the bridge started, and writes the figures into a file. */
public final class UsbBytesRun {
    private static final int BYTES = 65_536;
    private static final int BLOCK_STEPS = 20;
    private static final int WARM_BLOCKS = 10;
    private static final int WAIT_MS = 5_000;
    private static final byte OUT = 1;

    private UsbBytesRun() {}

    /** The file, and how many blocks. */
    public static void main(String[] arguments) throws Exception {
        try (MockTill till = new MockTill()) {
            till.start();
            till.bus.plug("1-1", new MockSink("OURS"), "usblp");
            till.bus.plug("1-2", new MockSink("BARE"), "none");
            till.awaitOne("usb:04b8:0e15:BARE");
            PortOpening opening = till.host
                    .printer(till.awaitOne("usb:04b8:0e15:OURS").address())
                    .open();
            if (!(opening instanceof PortOpening.Open opened)) throw new IOException(opening.toString());
            try (PrinterLink link = opened.link();
                    Bare bare = new Bare()) {
                byte[] bytes = new byte[BYTES];
                Turns turns = Turns.take(
                        WARM_BLOCKS,
                        Integer.parseInt(arguments[1]),
                        BLOCK_STEPS,
                        () -> all(link.write(bytes, 0, BYTES, WAIT_MS)),
                        () -> all(bare.write()));
                Files.write(Path.of(arguments[0]), figures(turns));
            }
        }
        System.exit(0);
    }

    private static List<String> figures(Turns turns) {
        return List.of(
                "" + turns.candidate().p50(),
                "" + turns.candidate().p99(),
                "" + turns.beside().p50(),
                "" + turns.beside().p99(),
                "" + turns.ratio());
    }

    private static void all(int taken) throws IOException {
        if (taken != BYTES) throw new IOException("only " + taken + " bytes were taken");
    }

    /** The second device, by libusb and nothing else. */
    private static final class Bare implements AutoCloseable {
        private final Context context = new Context();
        private final DeviceHandle handle = new DeviceHandle();
        private final ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
        private final IntBuffer moved = BufferUtils.allocateIntBuffer();

        Bare() throws IOException {
            check(LibUsb.init(context));
            DeviceList devices = new DeviceList();
            LibUsb.getDeviceList(context, devices);
            for (Device device : devices) {
                if (LibUsb.getPortNumber(device) == 2) check(LibUsb.open(device, handle));
            }
            LibUsb.freeDeviceList(devices, true);
            check(LibUsb.claimInterface(handle, 0));
        }

        int write() throws IOException {
            check(LibUsb.bulkTransfer(handle, OUT, bytes, moved, WAIT_MS));
            return moved.get(0);
        }

        private static void check(int answer) throws IOException {
            if (answer != LibUsb.SUCCESS) throw new IOException(LibUsb.errorName(answer));
        }

        @Override
        public void close() {
            LibUsb.close(handle);
            LibUsb.exit(context);
        }
    }
}
