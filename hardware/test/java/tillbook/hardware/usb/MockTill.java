package tillbook.hardware.usb;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.device.DeviceListener;
import tillbook.device.FoundDevice;
import tillbook.device.HostStart;
import tillbook.device.Scan;
import tillbook.device.ScannerFault;
import tillbook.hardware.mock.MockBus;
import tillbook.hardware.mock.MockPrinter;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;
import tillbook.printing.practice.PracticePrinter;

/** A till on the mock bus: its host, what its host said, and what is plugged into it. Owned by one thread. */
final class MockTill implements DeviceListener, AutoCloseable {
    static final PrinterProfile PROFILE =
            PrinterProfiles.shipped().find("epson-cn-80").orElseThrow();
    /** What any condition is waited for at most; a busy machine is slow. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private static final long LOOK_MS = 50;

    final MockBus bus = new MockBus();
    final UsbHost host = new UsbHost(LOOK_MS);
    final List<Scan> scans = new CopyOnWriteArrayList<>();
    final List<String> news = new CopyOnWriteArrayList<>();

    MockTill() throws IOException {}

    void start() {
        HostStart start = host.start(this);
        if (!(start instanceof HostStart.Running)) throw new IllegalStateException(start.toString());
    }

    static PracticePrinter practicePrinter() {
        return new PracticePrinter(
                PROFILE.dots(), PROFILE.encoding().charset(), ConfirmationTier.PROCESS_ID, null, Clock.systemUTC());
    }

    /** Plugs in a printer that {@code usblp} holds, and waits until the host has found it. */
    FoundDevice plugPrinter(String socket, PracticePrinter printer, String serial) throws IOException {
        bus.plug(socket, new MockPrinter(printer, serial), "usblp");
        return awaitOne("usb:04b8:0e15:" + serial);
    }

    FoundDevice awaitOne(String address) {
        await(address + " is found", () -> find(address) != null);
        FoundDevice found = find(address);
        if (found == null) throw new AssertionError(address + " is gone again");
        return found;
    }

    private @Nullable FoundDevice find(String address) {
        return host.found().stream()
                .filter(device -> device.address().equals(address))
                .findFirst()
                .orElse(null);
    }

    void await(String what, BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) throw new AssertionError("in vain: " + what + "; " + news + host.found());
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Override
    public void devicesChanged(List<FoundDevice> now) {
        news.add("changed");
    }

    @Override
    public void scanned(Scan scan) {
        scans.add(scan);
    }

    @Override
    public void scannerLost(FoundDevice scanner, ScannerFault why) {
        news.add("lost " + scanner.address() + " " + why);
    }

    @Override
    public void scannerBack(FoundDevice scanner) {
        news.add("back " + scanner.address());
    }

    @Override
    public void close() throws IOException {
        host.close();
        bus.close();
    }
}
