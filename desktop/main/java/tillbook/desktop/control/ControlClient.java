package tillbook.desktop.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Asks the register that runs on some data, if one does. Stateless. */
public final class ControlClient {
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
            try {
                channel.connect(UnixDomainSocketAddress.of(socket));
            } catch (IOException nobodyListens) {
                return OptionalInt.empty();
            }
            return OptionalInt.of(ask(channel, request, out));
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
