package tillbook.printing.port;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A device file, whose reads and writes block for as long as the driver likes: a printer without paper holds a write for
 * ever. So each direction has a thread of its own, and the owner waits only for as long as it wants to.
 *
 * <p>Owned by one thread beside those two; {@link #close} ends both.
 */
final class DeviceLink implements PrinterLink {
    /** Answers are of a few bytes; a printer that chatters is cut short, not waited for. */
    private static final int HEARD_MAX = 64;

    private static final int READ_BYTES = 256;
    /** A device that has nothing to say may answer "0 bytes" at once; asking without a pause would heat the machine. */
    private static final long EMPTY_READ_PAUSE_MS = 20;

    private final Device device;
    private final String place;
    private final BooleanSupplier isThere;
    private final BlockingQueue<byte[]> offered = new SynchronousQueue<>();
    private final BlockingQueue<Boolean> written = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<byte[]> heard = new ArrayBlockingQueue<>(HEARD_MAX);
    private volatile @Nullable IOException lost;
    private int pending;

    /**
     * Over an open device.
     *
     * @param isThere whether the system still shows it
     */
    DeviceLink(Device device, String place, BooleanSupplier isThere) {
        this.device = device;
        this.place = place;
        this.isThere = isThere;
        Thread.ofPlatform().name("printer-writer").daemon().start(this::writeAll);
        FileChannel in = device.in();
        if (in != null) Thread.ofPlatform().name("printer-reader").daemon().start(() -> readAll(in));
    }

    @Override
    public int write(byte[] bytes, int from, int count, long waitMs) throws LinkLostException {
        try {
            check();
            if (pending == 0) {
                byte[] copy = Arrays.copyOfRange(bytes, from, from + count);
                if (!offered.offer(copy, waitMs, TimeUnit.MILLISECONDS)) return 0;
                pending = count;
            }
            if (written.poll(waitMs, TimeUnit.MILLISECONDS) == null) return 0;
            check();
            int taken = pending;
            pending = 0;
            return taken;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkLostException(place + ": printing was interrupted", e);
        }
    }

    @Override
    public int read(byte[] into, long waitMs) throws LinkLostException {
        try {
            byte[] said = heard.poll(waitMs, TimeUnit.MILLISECONDS);
            if (said == null) {
                check();
                return 0;
            }
            int count = Math.min(said.length, into.length);
            System.arraycopy(said, 0, into, 0, count);
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkLostException(place + ": printing was interrupted", e);
        }
    }

    private void check() throws LinkLostException {
        IOException cause = lost;
        if (cause != null) throw new LinkLostException(place + ": the device is gone", cause);
    }

    private void writeAll() {
        try {
            while (device.isOpen()) {
                byte[] next = offered.poll(1, TimeUnit.SECONDS);
                if (next != null) writeWhole(next);
            }
        } catch (IOException e) {
            lost = e;
            written.offer(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeWhole(byte[] bytes) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) device.out().write(rest);
        written.offer(true);
    }

    private void readAll(FileChannel in) {
        ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
        boolean canSpeak = false;
        try {
            while (device.isOpen()) {
                int count = in.read(buffer.clear());
                canSpeak = true;
                if (count > 0) heard.put(Arrays.copyOf(buffer.array(), count));
                else Thread.sleep(EMPTY_READ_PAUSE_MS);
            }
        } catch (IOException e) {
            // Linux' usblp opens a printer that has no way back for both ways, and refuses each read: it prints all the
            // same.
            if (canSpeak || !isThere.getAsBoolean()) lost = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            device.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
