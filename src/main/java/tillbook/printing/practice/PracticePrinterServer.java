package tillbook.printing.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link PracticePrinter} on a port of the loopback address, as printers listen on TCP 9100: one connection at a
 * time, a further one is closed at once. Safe from any thread.
 */
public final class PracticePrinterServer implements AutoCloseable {
    private static final int BACKLOG = 8;
    private static final int READ_BYTES = 512;
    /** How long at most until a plan of the printer's is looked at again. */
    private static final long LOOK_MS_MAX = 20;

    private final PracticePrinter printer;
    private final ServerSocket server;
    private final AtomicReference<@Nullable Socket> open = new AtomicReference<>();
    /** Connections that are being closed. */
    private final AtomicInteger hangingUp = new AtomicInteger();

    /**
     * Listens at once.
     *
     * @param port 0 for a free one
     * @throws IOException if the port is taken
     */
    public PracticePrinterServer(PracticePrinter printer, int port) throws IOException {
        this.printer = printer;
        this.server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().name("practice-printer").daemon().start(this::acceptAll);
    }

    public int port() {
        return server.getLocalPort();
    }

    public PracticePrinter printer() {
        return printer;
    }

    /** Whether somebody is connected, or has not been hung up on to the end. */
    public boolean isConnected() {
        return open.get() != null || hangingUp.get() > 0;
    }

    @Override
    public void close() throws IOException {
        server.close();
        Socket socket = open.get();
        if (socket != null) socket.close();
        synchronized (printer) {
            printer.notifyAll();
        }
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                if (printer.isLinkDown() || !open.compareAndSet(null, socket)) socket.close();
                else Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // Closing the server ends accept in this way; any other failure concerns one connection alone.
            }
        }
    }

    private void serve(Socket socket) {
        printer.connected();
        try {
            socket.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> answer(socket));
            take(socket);
        } catch (IOException e) {
            // The other side left: there is nobody to tell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hangUp(socket);
            synchronized (printer) {
                printer.notifyAll();
            }
        }
    }

    /** The place is free before the other side learns that it is, so that it can come back at once. */
    private void hangUp(Socket socket) {
        hangingUp.incrementAndGet();
        try {
            open.compareAndSet(socket, null);
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        } finally {
            hangingUp.decrementAndGet();
        }
    }

    private void take(Socket socket) throws IOException, InterruptedException {
        InputStream in = socket.getInputStream();
        byte[] bytes = new byte[READ_BYTES];
        int count = in.read(bytes);
        while (count >= 0) {
            int taken = 0;
            while (taken < count) {
                synchronized (printer) {
                    if (!socket.equals(open.get())) return;
                    taken += printer.receive(bytes, taken, count - taken);
                    if (printer.isLinkDown() || socket.isClosed()) return;
                    if (taken < count) printer.wait(LOOK_MS_MAX);
                }
            }
            count = in.read(bytes);
        }
    }

    private void answer(Socket socket) {
        try {
            OutputStream out = socket.getOutputStream();
            while (!socket.isClosed()) {
                byte[] due;
                synchronized (printer) {
                    // What is said from now on belongs to whoever is connected now.
                    if (!socket.equals(open.get())) return;
                    due = printer.takeAnswers();
                    if (due.length == 0 && printer.isLinkDown()) {
                        hangUp(socket);
                    } else if (due.length == 0) {
                        printer.wait(printer.hasPlans() ? LOOK_MS_MAX : 0);
                    }
                }
                out.write(due);
                out.flush();
            }
        } catch (IOException e) {
            // The other side left.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
