package tillbook.printing.port;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection to a printer that never waits longer than it is told to, in either direction. Owned by one thread. */
final class TcpLink implements PrinterLink {
    private static final long NANOS_OF_MS = 1_000_000;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final String place;

    TcpLink(SocketChannel channel, String place) throws IOException {
        this.channel = channel;
        this.place = place;
        channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, 0);
    }

    @Override
    public int write(byte[] bytes, int from, int count, long waitMs) throws LinkLostException {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, from, count);
            long end = System.nanoTime() + waitMs * NANOS_OF_MS;
            channel.write(rest);
            while (rest.hasRemaining() && await(SelectionKey.OP_WRITE, end)) channel.write(rest);
            return count - rest.remaining();
        } catch (IOException | ClosedSelectorException e) {
            throw new LinkLostException(place + ": the connection is gone while sending", e);
        }
    }

    @Override
    public int read(byte[] into, long waitMs) throws LinkLostException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(into);
            int count = channel.read(buffer);
            if (count == 0 && await(SelectionKey.OP_READ, System.nanoTime() + waitMs * NANOS_OF_MS)) {
                count = channel.read(buffer);
            }
            if (count < 0) throw new LinkLostException(place + ": the printer closed the connection");
            return count;
        } catch (LinkLostException e) {
            throw e;
        } catch (IOException | ClosedSelectorException e) {
            throw new LinkLostException(place + ": the connection is gone", e);
        }
    }

    /** True if it is ready; false if the time is over. */
    private boolean await(int operation, long endNanos) throws IOException {
        long leftMs = (endNanos - System.nanoTime() + NANOS_OF_MS - 1) / NANOS_OF_MS;
        if (leftMs <= 0) return false;
        key.interestOps(operation);
        selector.select(leftMs);
        selector.selectedKeys().clear();
        return System.nanoTime() < endNanos;
    }

    @Override
    public void close() {
        try {
            channel.close();
            selector.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
