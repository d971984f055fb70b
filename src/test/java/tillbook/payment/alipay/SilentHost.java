package tillbook.payment.alipay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A bare socket that counts each request it is sent and treats it as told. */
final class SilentHost implements AutoCloseable {
    /** What a host does with a whole request; false closes the connection. */
    interface Treatment {
        boolean treat(int request, Socket connection) throws IOException;
    }

    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger requests = new AtomicInteger();
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    SilentHost(Treatment treatment) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(() -> accept(treatment));
    }

    URI uri(String scheme) {
        return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/gateway.do");
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : open) each.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(Treatment treatment) {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.incrementAndGet();
                open.add(connection);
                Thread.ofVirtual().start(() -> serve(connection, treatment));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection, Treatment treatment) {
        try (connection) {
            while (readRequest(connection.getInputStream())) {
                if (!treatment.treat(requests.incrementAndGet(), connection)) return;
            }
        } catch (IOException e) {
            // The client left, as some of these tests want it to.
        }
    }

    /** True once the head and the whole body are read. */
    private static boolean readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int each = in.read();
            if (each < 0) return false;
            head.append(new String(new byte[] {(byte) each}, ISO_8859_1));
        }
        String length = head.toString().replaceAll("(?is).*content-length: *([0-9]+).*", "$1");
        return in.readNBytes(Integer.parseInt(length)).length > 0;
    }
}
