package tillbook.printing.practice;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.port.LinkLostException;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterLink;
import tillbook.printing.port.PrinterPort;
import tillbook.printing.port.TcpPort;

/**
 * A practice printer behind a real TCP socket, and time that passes only when both ends have nothing left to do: so a test
 * of waiting needs no waiting, and no slow machine changes an outcome.
 */
public final class Lockstep implements PrinterPort, LongSupplier, AutoCloseable {
    private static final long STEP_MS = 50;
    private static final int REAL_MS_MAX = 20_000;

    private final AtomicLong nowMs = new AtomicLong(1_000_000);
    private final InstantSource clock = () -> Instant.ofEpochMilli(nowMs.get());
    private final ConfirmationTier ceiling;
    private final PracticePrinter printer;
    private final PracticePrinterServer server;
    private IntConsumer beforePart = part -> {};
    private int parts;
    private @Nullable StepLink link;

    public Lockstep(int dots, Charset chinese, ConfirmationTier tier) throws IOException {
        this.ceiling = ConfirmationTier.PROCESS_ID;
        this.printer = new PracticePrinter(dots, chinese, tier, null, clock);
        this.server = new PracticePrinterServer(printer, 0);
    }

    public PracticePrinter printer() {
        return printer;
    }

    /** Told the number of each part of a sheet, from 0, before it is sent. */
    public void beforePart(IntConsumer hook) {
        beforePart = hook;
        parts = 0;
    }

    public int parts() {
        return parts;
    }

    public void pass(long ms) {
        nowMs.addAndGet(ms);
        synchronized (printer) {
            printer.notifyAll();
        }
    }

    /** Until the printer has done all it can with what was sent to it. */
    public void settle() {
        StepLink now = link;
        Deadline deadline = new Deadline("the printer to do what it can");
        while (now != null && !now.isWorkedOff()) deadline.pause();
    }

    /** Until the printer has hung up on us, which is not told to whoever holds the connection. */
    public void awaitHangUp() {
        Deadline deadline = new Deadline("the printer to hang up");
        while (server.isConnected()) deadline.pause();
    }

    @Override
    public long getAsLong() {
        return nowMs.get();
    }

    @Override
    public String place() {
        return "practice";
    }

    @Override
    public ConfirmationTier ceiling() {
        return ceiling;
    }

    @Override
    public PortOpening open() {
        return switch (new TcpPort("127.0.0.1", server.port(), REAL_MS_MAX).open()) {
            case PortOpening.Open opened -> {
                StepLink step = new StepLink(opened.link());
                link = step;
                yield new PortOpening.Open(step);
            }
            case PortOpening.Failed failed -> failed;
        };
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** Ends a test that would wait for ever; far beyond what any machine takes. */
    private final class Deadline {
        private static final long NANOS = 300_000_000_000L;

        private final String what;
        private final long fromNanos = System.nanoTime();

        Deadline(String what) {
            this.what = what;
        }

        void pause() {
            if (System.nanoTime() - fromNanos > NANOS)
                throw new AssertionError("waited " + NANOS / 1_000_000_000 + " s for " + what + "; the printer took "
                        + printer.received() + " bytes and answered " + printer.answered());
            LockSupport.parkNanos(50_000);
        }
    }

    private final class StepLink implements PrinterLink {
        /** Parts of sheets are longer than any question. */
        private static final int QUESTION_BYTES_MAX = 16;

        private final PrinterLink inner;
        private final long receivedBefore = printer.received();
        private final long answeredBefore = printer.answered();
        private long written;
        private long read;

        StepLink(PrinterLink inner) {
            this.inner = inner;
        }

        @Override
        public int write(byte[] bytes, int from, int count, long waitMs) throws LinkLostException {
            if (count > QUESTION_BYTES_MAX && !isFiller(bytes, from, count)) beforePart.accept(parts++);
            int taken = 0;
            long passed = 0;
            Deadline deadline = new Deadline("room for bytes");
            while (taken < count) {
                int now = inner.write(bytes, from + taken, count - taken, 0);
                taken += now;
                written += now;
                if (now == 0 && isSettled()) {
                    if (passed >= waitMs) return taken;
                    passed += step(waitMs - passed);
                } else if (now == 0) {
                    deadline.pause();
                }
            }
            return taken;
        }

        /** Zeros that end what somebody else left are no part of a sheet. */
        private static boolean isFiller(byte[] bytes, int from, int count) {
            for (int i = from; i < from + count; i++) if (bytes[i] != 0) return false;
            return true;
        }

        @Override
        public int read(byte[] into, long waitMs) throws LinkLostException {
            long passed = 0;
            Deadline deadline = new Deadline("an answer, or for there to be none");
            while (true) {
                boolean settled = isSettled();
                int count = inner.read(into, printer.isLinkDown() ? REAL_MS_MAX : 0);
                read += count;
                if (count > 0) return count;
                if (settled && passed >= waitMs) return 0;
                if (settled) passed += step(waitMs - passed);
                else deadline.pause();
            }
        }

        private long step(long leftMs) {
            long ms = Math.min(STEP_MS, leftMs);
            pass(ms);
            return ms;
        }

        /** Whether every byte arrived or cannot, and every answer was read. */
        private boolean isSettled() {
            synchronized (printer) {
                return printer.isIdle(receivedBefore + written) && printer.answered() == answeredBefore + read;
            }
        }

        private boolean isWorkedOff() {
            return printer.isIdle(receivedBefore + written);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
