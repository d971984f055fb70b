package tillbook.printing.port;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;

/**
 * A printer on the network that takes raw bytes, on port 9100 as a rule. Both ways carry bytes, so the printer can say all
 * it knows. That a write returned says only that this machine's buffer took the bytes. Immutable.
 *
 * @param host name or address
 * @param port 1–65535
 * @param connectMs how long at most to wait for the connection
 */
public record TcpPort(String host, int port, int connectMs) implements PrinterPort {
    /** Raw printing, as nearly every network printer has it. */
    public static final int USUAL_PORT = 9_100;

    public static final int CONNECT_MS = 3_000;

    /** Small, so that "taken" is not far from "in the printer": a cut cable leaves little behind in our own machine. */
    private static final int SEND_BUFFER_BYTES = 4_096;

    public TcpPort {
        if (port < 1 || port > 65_535) throw new IllegalArgumentException("a port lies between 1 and 65535: " + port);
    }

    @Override
    public String place() {
        return "tcp " + host + ":" + port;
    }

    @Override
    public ConfirmationTier ceiling() {
        return ConfirmationTier.PROCESS_ID;
    }

    @Override
    public PortOpening open() {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) return gone("no such name: " + host);
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
            channel.socket().connect(address, connectMs);
            return new PortOpening.Open(new TcpLink(channel, place()));
        } catch (SocketTimeoutException e) {
            closeQuietly(channel);
            return gone("no answer in " + connectMs + " ms");
        } catch (ConnectException e) {
            closeQuietly(channel);
            return gone("connection refused");
        } catch (IOException e) {
            closeQuietly(channel);
            return gone(String.valueOf(e.getMessage()));
        }
    }

    private static PortOpening gone(String detail) {
        return new PortOpening.Failed(PrinterFault.GONE, detail);
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable SocketChannel channel) {
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            // It was never of use.
        }
    }
}
