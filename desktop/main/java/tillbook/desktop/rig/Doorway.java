package tillbook.desktop.rig;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A port of the loopback address that can be shut: who knocks is refused then, as where nobody listens, and the port
 * stays ours. Safe from any thread.
 */
final class Doorway implements AutoCloseable {
    private static final int BACKLOG = 64;
    private static final long END_WITHIN_MS = 2_000;

    private final Consumer<Socket> guest;
    private final int port;
    private @Nullable ServerSocket server;
    private @Nullable Thread accepting;
    private @Nullable SocketChannel held;
    private boolean closed;

    /**
     * An open one.
     *
     * @param guest takes each connection, on the thread that accepts; must return at once
     * @throws IOException if this machine gives no port to itself
     */
    Doorway(Consumer<Socket> guest) throws IOException {
        this.guest = guest;
        ServerSocket first = listening(0);
        this.server = first;
        this.port = first.getLocalPort();
    }

    int port() {
        return port;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private ServerSocket listening(int at) throws IOException {
        ServerSocket made = new ServerSocket();
        made.setReuseAddress(true);
        made.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), BACKLOG);
        accepting = Thread.ofPlatform().daemon().name("practice-line").start(() -> acceptAll(made));
        return made;
    }

    private void acceptAll(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                guest.accept(from.accept());
            } catch (IOException e) {
                // Shutting the door ends accept in this way; any other failure concerns one connection alone.
            }
        }
    }

    /** Whoever comes is let in. */
    synchronized void open() throws IOException {
        if (closed || server != null) return;
        if (held != null) held.close();
        held = null;
        server = listening(port);
    }

    /** Whoever comes is refused. */
    synchronized void shut() throws IOException {
        if (closed || server == null) return;
        server.close();
        server = null;
        awaitEnd();
        // A socket that is bound and does not listen keeps the port from everybody else.
        SocketChannel keeping = SocketChannel.open();
        keeping.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        keeping.bind(address());
        held = keeping;
    }

    /** The system gives the port back when nobody accepts on it any more. */
    private void awaitEnd() throws IOException {
        Thread thread = accepting;
        if (thread == null) return;
        try {
            thread.join(END_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        if (server != null) server.close();
        if (held != null) held.close();
    }
}
