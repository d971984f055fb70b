package tillbook.hardware.usb;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.usb.UsbException;
import org.jspecify.annotations.Nullable;
import tillbook.device.DeviceHost;
import tillbook.device.DeviceListener;
import tillbook.device.FoundDevice;
import tillbook.device.HostStart;
import tillbook.device.Scan;
import tillbook.device.ScannerFault;
import tillbook.device.Teaching;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterPort;

/**
 * The devices on USB. On a machine without USB, or without a libusb for it, a host that finds nothing. Safe from any
 * thread.
 */
public final class UsbHost implements DeviceHost {
    private static final long LOOK_MS = 1_000;

    private final long lookMs;
    private final Wishes wishes = new Wishes();
    private final AtomicReference<@Nullable Cables> cables = new AtomicReference<>();

    /** For {@link java.util.ServiceLoader}; touches nothing yet. */
    public UsbHost() {
        this(LOOK_MS);
    }

    /** One that looks every so many ms. */
    UsbHost(long lookMs) {
        this.lookMs = lookMs;
    }

    @Override
    public HostStart start(DeviceListener listener) {
        return open(listener, Cables::start);
    }

    @Override
    public HostStart look() {
        return open(new Nobody(), Cables::look);
    }

    private HostStart open(DeviceListener listener, Consumer<Cables> how) {
        Bus bus;
        try {
            bus = new Bus();
            bus.look();
        } catch (UsbException | RuntimeException | LinkageError e) {
            // Whatever is wrong with libusb here, the register works without it.
            return new HostStart.Without(String.valueOf(e.getMessage()));
        }
        Cables opened = new Cables(bus, wishes, listener, lookMs);
        if (!cables.compareAndSet(null, opened)) throw new IllegalStateException("a host is started once");
        how.accept(opened);
        return new HostStart.Running();
    }

    @Override
    public List<FoundDevice> found() {
        Cables now = cables.get();
        return now == null ? List.of() : now.found();
    }

    @Override
    public PrinterPort printer(String address) {
        Cables now = cables.get();
        return now == null ? new NoUsb(address) : now.printer(address);
    }

    /** Of a host that only looks. */
    private static final class Nobody implements DeviceListener {
        @Override
        public void devicesChanged(List<FoundDevice> now) {}

        @Override
        public void scanned(Scan scan) {}

        @Override
        public void scannerLost(FoundDevice scanner, ScannerFault why) {}

        @Override
        public void scannerBack(FoundDevice scanner) {}
    }

    /** A printer on a machine without USB. */
    private record NoUsb(String place) implements PrinterPort {
        @Override
        public ConfirmationTier ceiling() {
            return ConfirmationTier.PROCESS_ID;
        }

        @Override
        public PortOpening open() {
            return new PortOpening.Failed(PrinterFault.GONE, "no USB on this machine");
        }
    }

    @Override
    public void use(String address) {
        wishes.use(address);
        nudge();
    }

    @Override
    public void leave(String address) {
        wishes.leave(address);
        nudge();
    }

    private void nudge() {
        Cables now = cables.get();
        if (now != null) now.nudge();
    }

    @Override
    public void teach(String code, long waitMs, Consumer<Teaching> answer) {
        Cables now = cables.get();
        if (now == null) answer.accept(new Teaching.NobodyToAsk());
        else now.teach(code, waitMs, answer);
    }

    @Override
    public void close() {
        Cables now = cables.getAndSet(null);
        if (now != null) now.close();
    }
}
