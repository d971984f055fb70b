package tillbook.printing.engine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.port.LinkLostException;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterLink;
import tillbook.printing.port.PrinterPort;

/**
 * A printer of a few words in virtual time, for what no well-meaning printer does: it says what it is told to say, when it
 * is told to, and answers every {@code DLE EOT} as a printer that is well, unless it is told not to. Time passes only while
 * somebody waits for it, or as each write is said to take.
 */
final class ScriptedPrinter implements PrinterPort, LongSupplier {
    /** What was sent over each connection, in their order. */
    final List<ByteArrayOutputStream> sent = new ArrayList<>();

    private final Deque<Byte> said = new ArrayDeque<>();
    private final List<byte[]> greetings = new ArrayList<>();
    /** What it says of itself, from 1 to 4. */
    byte[] status = {0x12, 0x12, 0x12, 0x12};
    /** What the way to it lets through. */
    ConfirmationTier ceiling = ConfirmationTier.PROCESS_ID;
    /** How long each write takes. */
    long writeMs;
    /** Whether it answers how it is. */
    boolean answers = true;
    /** How many bytes it still takes. */
    long room = Long.MAX_VALUE;

    private byte[] stale = {};
    private long nowMs = 1_000;

    /** The next connection hears this at its first question, before the answer. */
    void greets(int... bytes) {
        greetings.add(bytes(bytes));
    }

    /** The next connection finds this on the line. */
    void saidBefore(int... bytes) {
        stale = bytes(bytes);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    /** All that was sent over the newest connection, a character a byte. */
    String sentLast() {
        return sent.getLast().toString(StandardCharsets.ISO_8859_1);
    }

    void says(byte... bytes) {
        for (byte one : bytes) said.add(one);
    }

    @Override
    public long getAsLong() {
        return nowMs;
    }

    @Override
    public String place() {
        return "script";
    }

    @Override
    public ConfirmationTier ceiling() {
        return ceiling;
    }

    @Override
    public PortOpening open() {
        said.clear();
        sent.add(new ByteArrayOutputStream());
        says(stale);
        return new PortOpening.Open(new Link(sent.getLast()));
    }

    private final class Link implements PrinterLink {
        private final ByteArrayOutputStream into;

        Link(ByteArrayOutputStream into) {
            this.into = into;
        }

        @Override
        public int write(byte[] bytes, int from, int count, long waitMs) {
            if (!greetings.isEmpty()) says(greetings.removeFirst());
            int taken = (int) Math.min(count, room);
            room -= taken;
            nowMs += taken < count ? waitMs : writeMs;
            into.write(bytes, from, taken);
            boolean isQuestion = taken == 3 && bytes[from] == 0x10 && bytes[from + 1] == 0x04;
            if (isQuestion && answers) says(status[bytes[from + 2] - 1]);
            return taken;
        }

        @Override
        public int read(byte[] into, long waitMs) throws LinkLostException {
            if (said.isEmpty()) nowMs += waitMs;
            if (said.isEmpty()) return 0;
            // The slowest line there is: each byte comes by itself.
            into[0] = said.removeFirst();
            return 1;
        }

        @Override
        public void close() {}
    }
}
