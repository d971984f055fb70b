package tillbook.desktop.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tillbook.device.DeviceHost;
import tillbook.device.DeviceKind;
import tillbook.device.DeviceListener;
import tillbook.device.FoundDevice;
import tillbook.device.HostStart;
import tillbook.device.Reach;
import tillbook.device.Scan;
import tillbook.device.ScannerFault;
import tillbook.device.Sureness;
import tillbook.device.Teaching;
import tillbook.printing.port.PrinterPort;

/**
 * A scanner to practise with, plugged in beside what is on the machine's cables. It can be pulled, and its window can be
 * dirty: then every code is misread. Safe from any thread.
 */
public final class PracticeScanner implements DeviceHost {
    /** Its address. */
    public static final String ADDRESS = "usb:practice:scanner";

    private static final FoundDevice DEVICE = new FoundDevice(
            ADDRESS, DeviceKind.SCANNER_POS, "Tillbook", "practice scanner", Sureness.KNOWN, Reach.CLAIMED);

    /** A code of goods with a wrong check digit, for what is no such code itself. */
    private static final String MISREAD = "2000000000016";

    private static final int EAN_13 = 13;

    private final DeviceHost machine;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(DeviceListener.WAITING_MAX),
            Thread.ofPlatform().name("practice-scanner").daemon().factory());
    private volatile @Nullable DeviceListener listener;
    private volatile boolean plugged = true;
    private volatile boolean dirty;

    /** Beside the devices of this host. */
    public PracticeScanner(DeviceHost machine) {
        this.machine = machine;
    }

    /** Whether it is plugged in. */
    public boolean isPlugged() {
        return plugged;
    }

    /** Whether it misreads every code. */
    public boolean isDirty() {
        return dirty;
    }

    /** Pulls it. */
    public void pull() {
        if (!plugged) return;
        plugged = false;
        tell(told -> {
            told.scannerLost(DEVICE, ScannerFault.GONE);
            told.devicesChanged(found());
        });
    }

    /** Plugs it in, with a clean window. */
    public void plug() {
        if (plugged) return;
        dirty = false;
        plugged = true;
        tell(told -> {
            told.devicesChanged(found());
            told.scannerBack(DEVICE);
        });
    }

    /** From now on it misreads every code. */
    public void soil() {
        dirty = true;
    }

    /** Pulls it, cleans its window, and plugs it in again: it is judged anew. */
    public void clean() {
        pull();
        plug();
    }

    /** Holds a code before it: what it makes of it goes the way of every scan; nothing while it is pulled. */
    public void read(String code) {
        if (!plugged || code.isEmpty()) return;
        String text = dirty ? misread(code) : code;
        tell(told -> told.scanned(new Scan(text, "", DEVICE)));
    }

    /** Never what somebody else's code says, and never a payment code. */
    private static String misread(String code) {
        boolean goods = code.length() == EAN_13 && code.chars().allMatch(Character::isDigit);
        if (!goods) return MISREAD;
        int last = code.charAt(EAN_13 - 1) - '0';
        return code.substring(0, EAN_13 - 1) + (last + 1) % 10;
    }

    private void tell(Consumer<DeviceListener> what) {
        DeviceListener told = listener;
        if (told == null) return;
        try {
            thread.execute(() -> what.accept(told));
        } catch (RejectedExecutionException full) {
            // A scanner whose memory is full reads no more, and beeps.
        }
    }

    // What a host does.

    @Override
    public HostStart look() {
        return machine.look();
    }

    @Override
    public HostStart start(DeviceListener told) {
        DeviceListener inTurn = new InTurn(told);
        listener = inTurn;
        HostStart how = machine.start(inTurn);
        if (plugged) tell(each -> each.scannerBack(DEVICE));
        return how;
    }

    @Override
    public List<FoundDevice> found() {
        List<FoundDevice> all = new ArrayList<>(machine.found());
        if (plugged) all.add(DEVICE);
        return List.copyOf(all);
    }

    @Override
    public PrinterPort printer(String address) {
        return machine.printer(address);
    }

    @Override
    public void use(String address) {
        machine.use(address);
    }

    @Override
    public void leave(String address) {
        machine.leave(address);
    }

    @Override
    public void teach(String code, long waitMs, Consumer<Teaching> answer) {
        machine.teach(code, waitMs, answer);
    }

    @Override
    public void close() {
        thread.shutdownNow();
        machine.close();
    }

    /** Two hosts, and still one call after the other. */
    private static final class InTurn implements DeviceListener {
        private final DeviceListener told;
        private final ReentrantLock turn = new ReentrantLock(true);

        InTurn(DeviceListener told) {
            this.told = told;
        }

        private void inTurn(Runnable call) {
            turn.lock();
            try {
                call.run();
            } finally {
                turn.unlock();
            }
        }

        @Override
        public void devicesChanged(List<FoundDevice> now) {
            inTurn(() -> told.devicesChanged(now));
        }

        @Override
        public void scanned(Scan scan) {
            inTurn(() -> told.scanned(scan));
        }

        @Override
        public void scannerLost(FoundDevice scanner, ScannerFault why) {
            inTurn(() -> told.scannerLost(scanner, why));
        }

        @Override
        public void scannerBack(FoundDevice scanner) {
            inTurn(() -> told.scannerBack(scanner));
        }
    }
}
