package tillbook.desktop.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets commands reach the register that runs: a Unix socket that only its owner may use (0600), one JSON request a
 * connection, JSON lines back, the last of type {@code end}. Who says nothing, or does not read, is cut off; who waits
 * for the register's work waits as long as it takes; more than a few at once are sent away. None of it touches the
 * register thread.
 *
 * <p>Opened and closed by one thread; answers on threads of its own.
 */
public final class ControlServer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.control");
    private static final int CLIENTS_MAX = 8;
    private static final int REQUEST_CHARS_MAX = 64 * 1024;
    private static final int BACKLOG = 8;

    /** Over one step of its own, saying what it wants or taking a line, a client may take so long, s. */
    private static final long SILENCE_S = 20;

    private final Path file;
    private final ServerSocketChannel server;
    private final Desk desk;
    private final Function<Throwable, String> faults;
    private final Semaphore clients = new Semaphore(CLIENTS_MAX);
    private final Alarm alarm;

    private ControlServer(
            Path file, ServerSocketChannel server, Desk desk, Function<Throwable, String> faults, Alarm alarm) {
        this.alarm = alarm;
        this.file = file;
        this.server = server;
        this.desk = desk;
        this.faults = faults;
    }

    /**
     * Listens. A socket file that is there is left over from a process that was killed: the caller holds the data's lock.
     *
     * @param faults keeps a fault of the program and gives its code
     * @throws IOException if the socket cannot be made: the path is too long for this system, or no file can be made there
     */
    public static ControlServer open(Path file, Desk desk, Function<Throwable, String> faults) throws IOException {
        return open(file, desk, faults, new Watch());
    }

    static ControlServer open(Path file, Desk desk, Function<Throwable, String> faults, Alarm alarm)
            throws IOException {
        Files.deleteIfExists(file);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(file), BACKLOG);
            // The folder is its owner's alone, so nobody came in between.
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            server.close();
            throw e;
        }
        ControlServer control = new ControlServer(file, server, desk, faults, alarm);
        Thread.ofPlatform().daemon().name("control").start(control::accept);
        return control;
    }

    /** Stops listening and takes the socket away. */
    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The next start removes it.
            LOG.log(System.Logger.Level.DEBUG, "socket not removed", e);
        }
        alarm.end();
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel client = server.accept();
                Thread.ofVirtual().name("control-client").start(() -> serve(client));
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException e) {
                LOG.log(System.Logger.Level.WARNING, "a command could not be let in", e);
            }
        }
    }

    private void serve(SocketChannel channel) {
        boolean admitted = clients.tryAcquire();
        try (channel) {
            Client client = new Client(channel);
            if (admitted) client.serve();
            else client.sendAway();
        } catch (IOException | UncheckedIOException gone) {
            LOG.log(System.Logger.Level.DEBUG, "a command went away", gone);
        } finally {
            if (admitted) clients.release();
        }
    }

    private static Answer error(String code, String text) {
        return Answer.of("error").with("code", code).text(text);
    }

    /** Cuts off who takes too long over a step of its own. Safe from any thread. */
    interface Alarm {
        /** Counts from now on, and does this once it has been too long; what comes back ends the counting. */
        Runnable set(Runnable cut);

        /** Nothing is counted any more. */
        void end();
    }

    private static final class Watch implements Alarm {
        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("control-watch").factory());

        @Override
        public Runnable set(Runnable cut) {
            try {
                ScheduledFuture<?> cutOff = thread.schedule(cut, SILENCE_S, TimeUnit.SECONDS);
                return () -> cutOff.cancel(false);
            } catch (RejectedExecutionException closing) {
                // The process is about to end, and with it every connection.
                return () -> {};
            }
        }

        @Override
        public void end() {
            thread.shutdownNow();
        }
    }

    /** One connection. Owned by its thread; the alarm only closes the channel. */
    private final class Client {
        private final SocketChannel channel;
        private final Writer out;

        Client(SocketChannel channel) {
            this.channel = channel;
            this.out = new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
        }

        void serve() throws IOException {
            String line = request();
            int exit;
            try {
                exit = desk.answer(Request.parse(line), this::send);
            } catch (IllegalArgumentException notARequest) {
                send(error("WRONG_USE", String.valueOf(notARequest.getMessage())));
                exit = 2;
            } catch (UncheckedIOException gone) {
                throw gone;
            } catch (RuntimeException fault) {
                send(error(faults.apply(fault), "the register noted a fault of the program and goes on"));
                exit = 3;
            }
            send(Answer.end(exit));
        }

        /** What it wants is read all the same: a connection closed before would take the answer with it. */
        void sendAway() throws IOException {
            request();
            send(error("BUSY", "too many commands at once; try again"));
            send(Answer.end(3));
        }

        private String request() throws IOException {
            Runnable off = alarm.set(this::cut);
            try {
                return line();
            } finally {
                off.run();
            }
        }

        private String line() throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
                if (line.length() >= REQUEST_CHARS_MAX) throw new IOException("a request without end");
                line.append((char) c);
            }
            return line.toString();
        }

        private void send(Answer answer) {
            Runnable off = alarm.set(this::cut);
            try {
                out.write(answer.json());
                out.write('\n');
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                off.run();
            }
        }

        private void cut() {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, "a silent command was not cut off", e);
            }
        }
    }
}
