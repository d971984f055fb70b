package tillbook.desktop.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A register that was stopped still holds its socket: the system takes connections for it, and nothing comes back. */
@Timeout(60)
class SilentRegisterTest {
    private static final Duration SILENCE = Duration.ofMillis(100);
    private static final Request DOCTOR = new Request("doctor", Locale.ENGLISH, Map.of());

    @TempDir
    private Path folder;

    private final List<Answer> heard = new ArrayList<>();

    @Test
    void aRegisterThatSaysNothingIsNotWaitedForAndNothingIsHandedOn() throws IOException {
        try (ServerSocketChannel stopped = stopped()) {
            assertEquals(OptionalInt.empty(), ControlClient.ask(socket(), DOCTOR, heard::add, SILENCE));
            assertEquals(true, stopped.isOpen());
        }
        assertEquals(List.of(), heard);
    }

    private Path socket() {
        return folder.resolve("register.sock");
    }

    private ServerSocketChannel stopped() throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket()));
        return server;
    }
}
