package tillbook.payment.practice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * An HTTP/1.1 server on the loopback address that can do what a decent one cannot: stay silent, hang up in the midst, drip,
 * and send a {@code Date} that is not now. One virtual thread a connection, at most {@link #CONNECTIONS_MAX}; one more is
 * closed at once. Safe from any thread.
 */
final class LoopbackHttp implements AutoCloseable {
    private static final int CONNECTIONS_MAX = 256;
    private static final int BACKLOG = 64;
    /** After which a connection that says nothing, or that we keep in silence, is closed. */
    private static final int IDLE_MS_MAX = 120_000;

    /** Decides what to answer. Called from many threads at once. */
    interface Handler {
        Reaction answer(HttpAsk ask) throws InterruptedException;
    }

    /** An answer with the provider's time that goes into its Date header. */
    record Reaction(HttpSay say, Instant date) {}

    private final ServerSocket server;
    private final Handler handler;
    private final PracticeTime time;
    private final Semaphore free = new Semaphore(CONNECTIONS_MAX);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Listens at once; port 0 takes a free one. */
    LoopbackHttp(int port, Handler handler, PracticeTime time) throws IOException {
        this.server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        this.handler = handler;
        this.time = time;
    }

    void start() {
        Thread.ofPlatform().name("practice-provider").daemon().start(this::acceptAll);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(LoopbackHttp::closeQuietly);
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (free.tryAcquire()) Thread.ofVirtual().start(() -> serve(socket));
                else closeQuietly(socket);
            } catch (IOException e) {
                // Closing the server ends accept in this way; any other failure concerns one connection alone.
            }
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try (socket) {
            socket.setSoTimeout(IDLE_MS_MAX);
            socket.setTcpNoDelay(true);
            talk(socket);
        } catch (IOException e) {
            // The other side left or spoke no HTTP: there is nobody to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
            free.release();
        }
    }

    private void talk(Socket socket) throws IOException, InterruptedException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        boolean more = true;
        while (more && !server.isClosed()) {
            Optional<HttpAsk> ask = HttpAsk.read(in);
            if (ask.isEmpty()) return;
            more = give(handler.answer(ask.get()), ask.get(), socket.getOutputStream(), in);
        }
    }

    /** True if the connection may be used again. */
    private boolean give(Reaction reaction, HttpAsk ask, OutputStream out, InputStream in)
            throws IOException, InterruptedException {
        byte[] body = reaction.say().bytes();
        boolean keep = !ask.wantsClose();
        byte[] head = head(reaction, body.length, keep).getBytes(ISO_8859_1);
        switch (reaction.say().manner()) {
            case HttpSay.Gone _ -> {
                return false;
            }
            case HttpSay.Silent _ -> {
                keepSilent(in);
                return false;
            }
            case HttpSay.Half _ -> {
                out.write(head);
                out.write(Arrays.copyOf(body, body.length / 2));
                out.flush();
                return false;
            }
            case HttpSay.Drops drops -> drip(head, body, drops, out);
            case HttpSay.Whole _ -> write(head, body, out);
        }
        return keep;
    }

    /** Until the other side leaves or loses patience; what else it says is not heard. */
    private static void keepSilent(InputStream in) throws IOException {
        while (in.read() >= 0) {
            // Each byte is one more that gets no answer.
        }
    }

    private static void write(byte[] head, byte[] body, OutputStream out) throws IOException {
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        out.write(whole);
        out.flush();
    }

    private void drip(byte[] head, byte[] body, HttpSay.Drops drops, OutputStream out)
            throws IOException, InterruptedException {
        out.write(head);
        for (byte each : body) {
            out.write(each);
            out.flush();
            time.pause(drops.gap());
        }
    }

    private static String head(Reaction reaction, int length, boolean keep) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + reaction.say().status() + " Practice\r\n");
        head.append("Date: ")
                .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        reaction.date().atOffset(ZoneOffset.UTC)))
                .append("\r\n");
        reaction.say()
                .headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\n");
        return head.append(keep ? "\r\n" : "Connection: close\r\n\r\n").toString();
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }
}
