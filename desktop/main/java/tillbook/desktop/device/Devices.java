package tillbook.desktop.device;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tillbook.device.DeviceHost;
import tillbook.device.DeviceListener;
import tillbook.device.FoundDevice;
import tillbook.device.HostStart;
import tillbook.device.Scan;
import tillbook.device.ScannerFault;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterPort;
import tillbook.scan.ScanReader;

/**
 * Looks for devices beside everything else: a register opens and sells whether or not the machine has any. Scans wait
 * until somebody takes them. Safe from any thread.
 */
public final class Devices implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.device");
    private static final long START_WITHIN_MS = 3_000;

    private final DeviceHost host;
    private final ScanReader reader;
    private final InstantSource wall;
    private final ScanTally tally = new ScanTally();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch taken = new CountDownLatch(1);
    private volatile Consumer<Scan> scans = _ -> {};
    private volatile @Nullable ScannerSeen scanner;
    private volatile @Nullable Instant lastScan;
    private volatile HostStart how = new HostStart.Without("devices are still being looked for");

    /**
     * Nothing is looked for before {@link #begin}.
     *
     * @param reader tells a scan that can be read from one that cannot
     */
    public Devices(DeviceHost host, ScanReader reader, InstantSource wall) {
        this.host = host;
        this.reader = reader;
        this.wall = wall;
    }

    /**
     * Begins to look, on a thread of its own.
     *
     * @param use addresses of scanners that are taken although only their class speaks for them
     */
    public void begin(List<String> use) {
        Thread.ofPlatform().name("devices").daemon().start(() -> start(use));
    }

    private void start(List<String> use) {
        try {
            how = host.start(new Told());
            LOG.log(System.Logger.Level.INFO, "devices: " + how);
            use.forEach(host::use);
        } catch (RuntimeException | LinkageError fault) {
            // A driver that cannot be loaded must not stop a sale.
            LOG.log(System.Logger.Level.WARNING, "no devices are found", fault);
        } finally {
            started.countDown();
        }
    }

    /** From now on scans go there, those that waited first; called on the thread of the devices. */
    public void scansGoTo(Consumer<Scan> sink) {
        scans = sink;
        taken.countDown();
    }

    /** Whether devices can be found on this machine. */
    public HostStart how() {
        return how;
    }

    /** What is plugged in; empty before the first look. */
    public List<FoundDevice> found() {
        return started.getCount() == 0 ? host.found() : List.of();
    }

    /** The scanner that is the register's, or was until it was lost; empty if none ever was. */
    public Optional<ScannerSeen> scanner() {
        return Optional.ofNullable(scanner);
    }

    /** When the register's own scanner read something last; null if it did not since the start. */
    public @Nullable Instant lastScan() {
        return lastScan;
    }

    /** How well the register's own scanner reads. */
    public ScanTally tally() {
        return tally;
    }

    /** A way to a printer on the USB, whether or not it is plugged in now. */
    public PrinterPort printer(String address) {
        return new Later(address);
    }

    @Override
    public void close() {
        taken.countDown();
        host.close();
    }

    /** Asked for before the first look, opened after it. */
    private final class Later implements PrinterPort {
        private final String address;

        Later(String address) {
            this.address = address;
        }

        @Override
        public String place() {
            return address;
        }

        @Override
        public ConfirmationTier ceiling() {
            return started.getCount() == 0 ? host.printer(address).ceiling() : ConfirmationTier.PROCESS_ID;
        }

        @Override
        public PortOpening open() {
            try {
                if (started.await(START_WITHIN_MS, TimeUnit.MILLISECONDS))
                    return host.printer(address).open();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new PortOpening.Failed(PrinterFault.GONE, "devices are still being looked for");
        }
    }

    private final class Told implements DeviceListener {
        @Override
        public void devicesChanged(List<FoundDevice> now) {
            LOG.log(System.Logger.Level.INFO, "devices now: " + now);
        }

        /** Waits in order until there is a face; the host keeps the rest. */
        @Override
        public void scanned(Scan scan) {
            try {
                lastScan = wall.instant();
                tally.saw(reader.read(scan.asRead()));
                taken.await();
                scans.accept(scan);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void scannerLost(FoundDevice lost, ScannerFault why) {
            scanner = new ScannerSeen(lost, why);
        }

        @Override
        public void scannerBack(FoundDevice back) {
            tally.begin();
            scanner = new ScannerSeen(back, null);
        }
    }
}
