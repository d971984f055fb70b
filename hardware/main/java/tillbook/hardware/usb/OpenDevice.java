package tillbook.hardware.usb;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.usb4java.BufferUtils;
import org.usb4java.DeviceHandle;
import org.usb4java.LibUsb;

/**
 * A device with one interface of it ours, until it is closed; then the system's own driver has it again.
 *
 * <p>Owned by one thread; only {@link #close} may be called by others, and waits for a transfer under way, which is cut into
 * pieces of at most {@value #SLICE_MS} ms.
 */
final class OpenDevice implements AutoCloseable {
    static final long SLICE_MS = 200;

    private static final int OUT_BYTES = 65_536;
    private static final int CONTROL_BYTES = 4_096;
    private static final int CONTROL_MS = 1_000;
    private static final long CLOSE_MS = 2_000;
    private static final long NANOS_OF_MS = 1_000_000;
    /** A pipe that stalls again and again after it was cleared is broken. */
    private static final int STALLS_MAX = 3;

    private final DeviceHandle handle;
    private final int interfaceNumber;
    private final boolean tookFromDriver;
    private final Consumer<OpenDevice> whenClosed;
    private final ReentrantLock lock = new ReentrantLock();
    private final ByteBuffer out = ByteBuffer.allocateDirect(OUT_BYTES);
    private final ByteBuffer in = ByteBuffer.allocateDirect(CONTROL_BYTES);
    private final IntBuffer moved = BufferUtils.allocateIntBuffer();
    private boolean isClosed;
    private int stalls;

    private OpenDevice(
            DeviceHandle handle, int interfaceNumber, boolean tookFromDriver, Consumer<OpenDevice> whenClosed) {
        this.handle = handle;
        this.interfaceNumber = interfaceNumber;
        this.tookFromDriver = tookFromDriver;
        this.whenClosed = whenClosed;
    }

    /**
     * Takes an interface of an open device, from the system's driver if it holds it.
     *
     * @param handle closed with the result, and at once if it is refused
     */
    static Opening claim(DeviceHandle handle, Face face, Consumer<OpenDevice> whenClosed) {
        int number = face.number();
        // Where there is no such thing as a driver in the way, libusb says that it is not supported, and claiming
        // works.
        boolean driver = LibUsb.kernelDriverActive(handle, number) == 1;
        int answer = driver ? LibUsb.detachKernelDriver(handle, number) : LibUsb.SUCCESS;
        if (answer == LibUsb.ERROR_NOT_FOUND) answer = LibUsb.SUCCESS;
        String doing = "detach driver";
        if (answer == LibUsb.SUCCESS) {
            doing = "claim";
            answer = LibUsb.claimInterface(handle, number);
        }
        if (answer == LibUsb.SUCCESS && face.alternate() != 0) {
            doing = "set alternate";
            answer = LibUsb.setInterfaceAltSetting(handle, number, face.alternate());
        }
        if (answer == LibUsb.SUCCESS) {
            return new Opening.Opened(new OpenDevice(handle, number, driver, whenClosed));
        }
        if (driver) LibUsb.attachKernelDriver(handle, number);
        LibUsb.close(handle);
        return new Opening.Refused(UsbTrouble.of(answer, doing));
    }

    /**
     * Offers bytes for at most so long.
     *
     * @return how many the device took, from 0
     */
    int write(Endpoint end, byte[] bytes, int from, int count, long waitMs) throws UsbLostException {
        long until = System.nanoTime() + waitMs * NANOS_OF_MS;
        int done = 0;
        do {
            done += writeSlice(end, bytes, from + done, count - done, sliceUntil(until));
        } while (done < count && System.nanoTime() < until);
        return done;
    }

    private int writeSlice(Endpoint end, byte[] bytes, int from, int count, long ms) throws UsbLostException {
        lock.lock();
        try {
            int offered = Math.min(count, OUT_BYTES);
            out.put(0, bytes, from, offered);
            return transfer(end, out.slice(0, offered), ms);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes what the device says, waiting at most so long for it: one packet, so that it comes at once.
     *
     * @return how many bytes came, 0 if none did
     */
    int read(Endpoint end, byte[] into, long waitMs) throws UsbLostException {
        long until = System.nanoTime() + waitMs * NANOS_OF_MS;
        int count;
        do {
            count = readSlice(end, into, sliceUntil(until));
        } while (count == 0 && System.nanoTime() < until);
        return count;
    }

    private int readSlice(Endpoint end, byte[] into, long ms) throws UsbLostException {
        lock.lock();
        try {
            int count = transfer(end, in.slice(0, Math.min(end.packetBytes(), CONTROL_BYTES)), ms);
            in.get(0, into, 0, count);
            return count;
        } finally {
            lock.unlock();
        }
    }

    private static long sliceUntil(long untilNanos) {
        long left = (untilNanos - System.nanoTime()) / NANOS_OF_MS;
        return Math.clamp(left, 1, SLICE_MS);
    }

    /**
     * The time being over is no error: what was moved by then counts.
     *
     * @param data all of it, whatever its limit says: usb4java goes by the capacity
     */
    private int transfer(Endpoint end, ByteBuffer data, long ms) throws UsbLostException {
        checkOpen();
        byte address = (byte) end.address();
        moved.put(0, 0);
        int answer = end.isInterrupt()
                ? LibUsb.interruptTransfer(handle, address, data, moved, ms)
                : LibUsb.bulkTransfer(handle, address, data, moved, ms);
        switch (answer) {
            case LibUsb.SUCCESS -> stalls = 0;
            case LibUsb.ERROR_TIMEOUT, LibUsb.ERROR_INTERRUPTED -> {}
            case LibUsb.ERROR_PIPE -> unstall(address);
            default -> throw new UsbLostException(UsbTrouble.of(answer, "transfer"));
        }
        return moved.get(0);
    }

    private void unstall(byte address) throws UsbLostException {
        if (++stalls > STALLS_MAX || LibUsb.clearHalt(handle, address) != LibUsb.SUCCESS) {
            throw new UsbLostException(UsbTrouble.of(LibUsb.ERROR_PIPE, "transfer"));
        }
    }

    /**
     * Asks over the control pipe, or tells where the length is 0.
     *
     * @return what the device answered; empty if it refuses that question
     */
    byte[] ask(int requestType, int request, int value, int index, int length) throws UsbLostException {
        lock.lock();
        try {
            checkOpen();
            ByteBuffer asked = in.slice(0, Math.min(length, CONTROL_BYTES));
            int answer = LibUsb.controlTransfer(
                    handle, (byte) requestType, (byte) request, (short) value, (short) index, asked, CONTROL_MS);
            if (answer == LibUsb.ERROR_NO_DEVICE) throw new UsbLostException(UsbTrouble.of(answer, "control"));
            byte[] said = new byte[Math.max(0, answer)];
            in.get(0, said);
            return said;
        } finally {
            lock.unlock();
        }
    }

    private void checkOpen() throws UsbLostException {
        if (isClosed) throw new UsbLostException(UsbTrouble.gone("closed"));
    }

    int interfaceNumber() {
        return interfaceNumber;
    }

    /** Gives the interface back; no error matters any more. A transfer that the system never ends keeps it. */
    @Override
    public void close() {
        try {
            // Tried once without waiting, as an interrupted thread may not wait and gives back what it holds all the
            // same.
            if (!lock.tryLock() && !lock.tryLock(CLOSE_MS, TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (isClosed) return;
            isClosed = true;
            LibUsb.releaseInterface(handle, interfaceNumber);
            if (tookFromDriver) LibUsb.attachKernelDriver(handle, interfaceNumber);
            LibUsb.close(handle);
        } finally {
            lock.unlock();
        }
        whenClosed.accept(this);
    }
}
