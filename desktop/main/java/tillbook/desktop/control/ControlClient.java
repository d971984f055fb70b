package tillbook.desktop.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Asks the register that runs on some data, if one does. Stateless. */
public final class ControlClient {
    private static final System.Logger LOG = System.getLogger("tillbook.desktop.control");

    private ControlClient() {}

    /**
     * Asks, and hands on each line of the answer.
     *
     * @return the exit code; empty if no register listens there, in which case nothing was handed on
     * @throws IOException if the answer broke off
     */
    public static OptionalInt ask(Path socket, Request request, Consumer<Answer> out) throws IOException {
        if (!Files.exists(socket)) return OptionalInt.empty();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return ask(channel, socket, request, out);
        }
    }

    /**
     * Asks, and waits for each line so long and no longer: a register that was stopped, or hangs, still holds its socket.
     *
     * @return the exit code; empty if no register answers there, in which case nothing was handed on
     * @throws IOException if the answer broke off
     */
    public static OptionalInt ask(Path socket, Request request, Consumer<Answer> out, Duration silence)
            throws IOException {
        if (!Files.exists(socket)) return OptionalInt.empty();
        AtomicBoolean told = new AtomicBoolean();
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Watch watch = new Watch(channel, silence)) {
            return ask(channel, socket, request, answer -> {
                told.set(true);
                watch.heard();
                out.accept(answer);
                watch.heard();
            });
        } catch (ClosedChannelException silent) {
            if (told.get()) throw new IOException("the register did not end its answer; ask again", silent);
            return OptionalInt.empty();
        }
    }

    private static OptionalInt ask(SocketChannel channel, Path socket, Request request, Consumer<Answer> out)
            throws IOException {
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException nobodyListens) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(ask(channel, request, out));
    }

    /** Closes a channel on which nothing came for a while. Owned by whoever asks; its thread only closes the channel. */
    private static final class Watch implements AutoCloseable {
        private final SocketChannel channel;
        private final Duration silence;
        private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("silence").factory());
        private ScheduledFuture<?> end;

        Watch(SocketChannel channel, Duration silence) {
            this.channel = channel;
            this.silence = silence;
            this.end = schedule();
        }

        private ScheduledFuture<?> schedule() {
            return clock.schedule(this::closeChannel, silence.toMillis(), TimeUnit.MILLISECONDS);
        }

        void heard() {
            end.cancel(false);
            end = schedule();
        }

        private void closeChannel() {
            try {
                channel.close();
            } catch (IOException e) {
                // Whoever reads from it finds that out.
                LOG.log(System.Logger.Level.DEBUG, "not closed", e);
            }
        }

        @Override
        public void close() {
            clock.shutdownNow();
        }
    }

    private static int ask(SocketChannel channel, Request request, Consumer<Answer> out) throws IOException {
        Writer writer = Channels.newWriter(channel, StandardCharsets.UTF_8);
        writer.write(request.json() + "\n");
        writer.flush();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Answer answer = Answer.parse(line);
            Integer exit = answer.exitCode();
            if (exit != null) return exit;
            out.accept(answer);
        }
        throw new IOException("the register ended before its answer did; ask again");
    }
}
