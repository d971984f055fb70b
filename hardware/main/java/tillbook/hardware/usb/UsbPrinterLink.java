package tillbook.hardware.usb;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.printing.port.LinkLostException;
import tillbook.printing.port.PrinterLink;

/** An open USB printer: every call says how many bytes went over the cable. Owned by one thread, but for {@link #close}. */
final class UsbPrinterLink implements PrinterLink {
    private static final int GET_PORT_STATUS = 1;
    private static final int FROM_CLASS_INTERFACE = 0xA1;
    /** How long the line must be silent before it is taken for empty, and how often that is tried at most. */
    private static final long STALE_WAIT_MS = 10;

    private static final int STALE_PACKETS_MAX = 64;

    private final OpenDevice device;
    private final Endpoint out;
    private final @Nullable Endpoint in;
    private final String place;
    private final Runnable whenClosed;
    private final byte[] packet;
    private int packetFrom;
    private int packetTo;

    UsbPrinterLink(OpenDevice device, Face face, String place, Runnable whenClosed) {
        this.device = device;
        this.out = face.bulkOut().orElseThrow();
        this.in = face.bulkIn().orElse(null);
        this.place = place;
        this.whenClosed = whenClosed;
        this.packet = new byte[in == null ? 1 : in.packetBytes()];
    }

    /** Forgets what the printer said to whoever had it before: an old answer would be taken for ours. */
    void dropStale() throws LinkLostException {
        if (in == null) return;
        int tries = 0;
        while (tries < STALE_PACKETS_MAX && fill(in, STALE_WAIT_MS)) tries++;
        packetFrom = packetTo;
    }

    @Override
    public int write(byte[] bytes, int from, int count, long waitMs) throws LinkLostException {
        try {
            return count == 0 ? 0 : device.write(out, bytes, from, count, waitMs);
        } catch (UsbLostException e) {
            throw new LinkLostException(place + ": the printer is gone while sending", e);
        }
    }

    @Override
    public int read(byte[] into, long waitMs) throws LinkLostException {
        if (in == null) return silence(waitMs);
        if (packetFrom == packetTo && !fill(in, waitMs)) return 0;
        int count = Math.min(into.length, packetTo - packetFrom);
        System.arraycopy(packet, packetFrom, into, 0, count);
        packetFrom += count;
        return count;
    }

    /** A printer that can say nothing is waited for as any other, as whoever waits asks again. */
    private int silence(long waitMs) throws LinkLostException {
        try {
            Thread.sleep(waitMs);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkLostException(place + ": printing was interrupted", e);
        }
    }

    private boolean fill(Endpoint from, long waitMs) throws LinkLostException {
        try {
            packetFrom = 0;
            packetTo = device.read(from, packet, waitMs);
            return packetTo > 0;
        } catch (UsbLostException e) {
            packetTo = 0;
            throw new LinkLostException(place + ": the printer is gone", e);
        }
    }

    /** What the plug says; empty if the printer does not answer that. */
    Optional<PortStatus> portStatus() throws LinkLostException {
        try {
            byte[] said = device.ask(FROM_CLASS_INTERFACE, GET_PORT_STATUS, 0, device.interfaceNumber(), 1);
            return said.length == 1 ? Optional.of(new PortStatus(said[0] & 0xFF)) : Optional.empty();
        } catch (UsbLostException e) {
            throw new LinkLostException(place + ": the printer is gone", e);
        }
    }

    @Override
    public void close() {
        device.close();
        whenClosed.run();
    }
}
