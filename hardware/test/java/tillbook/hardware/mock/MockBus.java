package tillbook.hardware.mock;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The bus of a program that runs under the bridge: a USB/IP server for the devices that are plugged in, and the control line
 * to the bridge. Owned by one thread.
 */
public final class MockBus implements AutoCloseable {
    private static final int VERSION = 0x0111;
    private static final int IMPORT_REPLY = 3;
    private static final int BUSID_BYTES = 32;
    private static final int DEVICE_BYTES = 312;

    private final ServerSocket server;
    private final Socket control;
    private final BufferedReader answers;
    private final Map<String, MockDevice> offered = new ConcurrentHashMap<>();
    private final Map<String, UsbIpLine> lines = new ConcurrentHashMap<>();
    /** The kernel gives every plugging in a new number, and so do we, for all buses of this program. */
    private static final AtomicInteger LAST_NUMBER = new AtomicInteger(1);

    /** Connects to the bridge that started this program. */
    public MockBus() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        String port = System.getenv("TILLBOOK_MOCK_BUS");
        if (port == null) throw new IOException("this runs only under the bridge: see MockUsbTest");
        this.server = new ServerSocket(0, 8, here);
        this.control = new Socket(here, Integer.parseInt(port));
        this.answers = new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.US_ASCII));
        Thread.ofVirtual().start(this::acceptAll);
    }

    /**
     * Plugs a device in.
     *
     * @param socket such as {@code 1-1}
     * @param driver of the system, which holds it from the start; {@code none}
     */
    public void plug(String socket, MockDevice device, String driver) throws IOException {
        offered.put(socket, device);
        expect(
                "ok",
                "plug " + server.getLocalPort() + " " + socket + " " + LAST_NUMBER.incrementAndGet() + " " + driver);
    }

    public void unplug(String socket) {
        UsbIpLine line = lines.remove(socket);
        if (line != null) line.close();
    }

    /** Another program takes its interface, or leaves it. */
    public void heldByAnother(String socket, boolean held) throws IOException {
        expect("ok", "hold " + socket + " " + (held ? "yes" : "no"));
    }

    /** Who holds it: a driver of the system, {@code usbfs} for a program, {@code none}. */
    public String driver(String socket) throws IOException {
        return ask("driver " + socket);
    }

    private void expect(String wanted, String request) throws IOException {
        String answer = ask(request);
        if (!answer.equals(wanted)) throw new IOException(request + ": " + answer);
    }

    private String ask(String request) throws IOException {
        control.getOutputStream().write((request + "\n").getBytes(StandardCharsets.US_ASCII));
        String answer = answers.readLine();
        if (answer == null) throw new IOException(request + ": the bridge is gone");
        return answer;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                offer(server.accept());
            } catch (IOException e) {
                // Closing the server ends accept in this way; any other failure concerns one device alone.
            }
        }
    }

    /** The bridge asks for one device by its socket. */
    private void offer(Socket caller) throws IOException {
        caller.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(caller.getInputStream());
        in.skipNBytes(8);
        String socket = new String(in.readNBytes(BUSID_BYTES), StandardCharsets.US_ASCII).replace("\0", "");
        MockDevice device = offered.get(socket);
        byte[] reply = new byte[8 + DEVICE_BYTES];
        reply[0] = VERSION >> 8;
        reply[1] = VERSION & 0xFF;
        reply[3] = IMPORT_REPLY;
        reply[7] = (byte) (device == null ? 1 : 0);
        caller.getOutputStream().write(reply, 0, device == null ? 8 : reply.length);
        if (device == null) return;
        UsbIpLine line = new UsbIpLine(caller, device);
        lines.put(socket, line);
        line.start();
    }

    /** Whether a device is plugged in. */
    public boolean isPlugged(String socket) {
        UsbIpLine line = lines.get(socket);
        return line != null && line.isOpen();
    }

    @Override
    public void close() throws IOException {
        lines.values().forEach(UsbIpLine::close);
        server.close();
        control.close();
    }
}
