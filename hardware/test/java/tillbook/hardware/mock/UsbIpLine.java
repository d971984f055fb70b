package tillbook.hardware.mock;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One device on one USB/IP connection: takes transfers, keeps those waiting that the device does not take or answer yet,
 * and ends them as they are served or unlinked. Protocol: the Linux kernel's usbip_protocol. Two threads: one reads, one
 * looks every few ms whether the device has something to say; the monitor is theirs.
 */
final class UsbIpLine implements AutoCloseable {
    private static final int SUBMIT = 1;
    private static final int UNLINK = 2;
    private static final int RET_SUBMIT = 3;
    private static final int RET_UNLINK = 4;
    /** EPIPE: the device refuses. */
    private static final int STALLED = -32;
    /** ENOENT: ended by the system before it was done. */
    private static final int UNLINKED = -2;

    private static final int LOOK_MS = 2;

    private final Socket socket;
    private final MockDevice device;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final List<Transfer> waiting = new ArrayList<>();

    /** A transfer that is not ended; {@code done} of its bytes are with the device. */
    private static final class Transfer {
        final int sequence;
        final int endpoint;
        final boolean isIn;
        final int length;
        final byte[] bytes;
        int done;

        Transfer(int sequence, int endpoint, boolean isIn, int length, byte[] bytes) {
            this.sequence = sequence;
            this.endpoint = endpoint;
            this.isIn = isIn;
            this.length = length;
            this.bytes = bytes;
        }
    }

    UsbIpLine(Socket socket, MockDevice device) throws IOException {
        this.socket = socket;
        this.device = device;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(socket.getOutputStream());
        device.plugged();
    }

    void start() {
        Thread.ofVirtual().start(this::readAll);
        Thread.ofVirtual().start(this::lookAgainAndAgain);
    }

    boolean isOpen() {
        return !socket.isClosed();
    }

    private void readAll() {
        try (this) {
            while (!socket.isClosed()) readOne();
        } catch (IOException e) {
            // The system let the device go.
        }
    }

    private void lookAgainAndAgain() {
        try (this) {
            while (!socket.isClosed()) {
                synchronized (this) {
                    serve();
                    wait(LOOK_MS);
                }
            }
        } catch (IOException e) {
            // The system let the device go.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOne() throws IOException {
        int command = in.readInt();
        int sequence = in.readInt();
        in.readInt();
        boolean isIn = in.readInt() == 1;
        int endpoint = in.readInt();
        int fourth = in.readInt();
        int length = in.readInt();
        in.skipNBytes(12);
        byte[] setup = in.readNBytes(8);
        byte[] bytes = command == SUBMIT && !isIn ? in.readNBytes(length) : new byte[0];
        synchronized (this) {
            if (command == UNLINK) unlink(sequence, fourth);
            else if (endpoint == 0) control(sequence, isIn, length, setup);
            else waiting.add(new Transfer(sequence, endpoint, isIn, length, bytes));
            serve();
        }
    }

    private void control(int sequence, boolean isIn, int length, byte[] setup) throws IOException {
        ByteBuffer told = ByteBuffer.wrap(setup).order(ByteOrder.LITTLE_ENDIAN);
        byte[] answer = device.control(
                setup[0] & 0xFF, setup[1] & 0xFF, told.getShort(2) & 0xFFFF, told.getShort(4) & 0xFFFF, length);
        if (answer == null) answer(RET_SUBMIT, sequence, STALLED, 0, null);
        else if (isIn) answer(RET_SUBMIT, sequence, 0, Math.min(length, answer.length), answer);
        else answer(RET_SUBMIT, sequence, 0, length, null);
    }

    /** A transfer that moved something before it was unlinked tells how much, as a host controller does. */
    private void unlink(int sequence, int unlinked) throws IOException {
        for (Transfer transfer : waiting) {
            if (transfer.sequence != unlinked) continue;
            waiting.remove(transfer);
            answer(RET_SUBMIT, unlinked, UNLINKED, transfer.done, null);
            break;
        }
        answer(RET_UNLINK, sequence, 0, 0, null);
    }

    /** Serves each pipe in the order of its transfers. */
    private void serve() throws IOException {
        List<Integer> stuck = new ArrayList<>();
        for (Transfer transfer : List.copyOf(waiting)) {
            int pipe = (transfer.endpoint << 1) | (transfer.isIn ? 1 : 0);
            if (stuck.contains(pipe)) continue;
            if (transfer.isIn ? gave(transfer) : took(transfer)) waiting.remove(transfer);
            else stuck.add(pipe);
        }
        if (device.isCut()) throw new IOException("the cable is cut");
    }

    private boolean gave(Transfer transfer) throws IOException {
        byte[] packet = device.next(transfer.length);
        if (packet == null) return false;
        answer(RET_SUBMIT, transfer.sequence, 0, packet.length, packet);
        return true;
    }

    private boolean took(Transfer transfer) throws IOException {
        transfer.done += device.take(transfer.bytes, transfer.done, transfer.length - transfer.done);
        if (transfer.done < transfer.length) return false;
        if (!device.isCut()) answer(RET_SUBMIT, transfer.sequence, 0, transfer.length, null);
        return true;
    }

    private void answer(int kind, int sequence, int status, int length, byte @Nullable [] data) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        DataOutputStream write = new DataOutputStream(whole);
        write.writeInt(kind);
        write.writeInt(sequence);
        write.write(new byte[12]);
        write.writeInt(status);
        write.writeInt(length);
        write.write(new byte[20]);
        if (data != null) write.write(data, 0, length);
        out.write(whole.toByteArray());
    }

    /** Unplugs the device. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
