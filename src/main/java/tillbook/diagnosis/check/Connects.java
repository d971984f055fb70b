package tillbook.diagnosis.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** Opens a connection and closes it without a word. Stateless. */
final class Connects {
    private Connects() {}

    /** How long it took, ms; empty if there was none in that time. An interrupt ends it. */
    static OptionalLong in(InetSocketAddress to, int withinMs, LongSupplier upMs) {
        long since = upMs.getAsLong();
        try (SocketChannel channel = SocketChannel.open()) {
            // Nothing was said, so nothing is worth waiting for at the end.
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            channel.socket().connect(to, withinMs);
            return OptionalLong.of(upMs.getAsLong() - since);
        } catch (IOException | IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }
}
