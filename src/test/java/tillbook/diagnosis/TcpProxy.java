package tillbook.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A line to the practice provider that can be made bad: slow, or one that loses answers. Safe from any thread. */
final class TcpProxy implements AutoCloseable {
    /** What it does to answers. */
    enum Line {
        GOOD,
        /** Answers come late. */
        SLOW,
        /** Requests arrive, answers do not come back. */
        SWALLOWS,
        /** The connection ends in the place of the answer. */
        CUTS
    }

    static final int SLOW_MS = 2_500;

    private final URI target;
    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    volatile Line line = Line.GOOD;

    TcpProxy(URI target) throws IOException {
        this.target = target;
        this.server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("proxy").start(this::acceptAll);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + target.getPath());
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
        for (Socket socket : open) socket.close();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target.getPort());
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> carry(near, far, false));
                Thread.ofVirtual().start(() -> carry(far, near, true));
            } catch (IOException e) {
                // The proxy is being closed, or the provider is: the next test sees it.
            }
        }
    }

    private void carry(Socket from, Socket to, boolean isAnswer) {
        byte[] bytes = new byte[4_096];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (isAnswer && line == Line.CUTS) return;
                if (isAnswer && line == Line.SWALLOWS) continue;
                if (isAnswer && line == Line.SLOW && closed.await(SLOW_MS, TimeUnit.MILLISECONDS)) return;
                out.write(bytes, 0, count);
                out.flush();
            }
        } catch (IOException e) {
            // One side left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
