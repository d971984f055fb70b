package tillbook.printing.engine;

import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.printing.port.LinkLostException;
import tillbook.printing.port.PrinterLink;

/**
 * One connection to a printer: what we ask and what it says. A real-time answer carries no number, so one question is
 * asked at a time; after one that stayed without answer the line must first fall silent, lest a late answer be taken for
 * another. What a connection did not hear is void with it. Owned by one thread.
 */
final class Conversation implements AutoCloseable {
    /** What lies on a line comes at once. */
    static final long STALE_MS = 50;

    private static final int READ_BYTES = 256;
    private static final int QUESTIONS = 4;
    private static final int PROCESS_ID_KIND = 0x22;
    /** Numbers that may still come back; beyond, the oldest is given up. */
    private static final int IDS_MAX = 64;

    private static final int CLEARED_KIND = 0x25;
    /** A band of dots with its head, and some more. */
    private static final int LONGEST_COMMAND_BYTES = 1_100;

    private static final byte[] CLEAR = {0x10, 0x14, 8, 1, 3, 0x14, 1, 6, 2, 8};

    private final PrinterLink link;
    private final Patience patience;
    private final LongSupplier upMs;
    private final AnswerSplitter splitter = new AnswerSplitter();
    private final byte[] into = new byte[READ_BYTES];
    private OptionalInt realTime = OptionalInt.empty();
    private boolean muddled;
    private boolean cleared;
    private boolean paperEndAtBarrier;
    private long barriersAsked;
    private long barriersHeard;
    /** Numbers that this connection asked for and that did not come back: no other is believed. */
    private final TreeSet<Long> idsAsked = new TreeSet<>();

    private long idsHeardUpTo = -1;

    Conversation(PrinterLink link, Patience patience, LongSupplier upMs) {
        this.link = link;
        this.patience = patience;
        this.upMs = upMs;
    }

    /** Takes what came in, waiting at most so long for something. */
    boolean hear(long waitMs) throws LinkLostException {
        int count = link.read(into, Math.max(0, waitMs));
        for (int i = 0; i < count; i++) splitter.take(into[i] & 0xFF, this::take);
        return count > 0;
    }

    /**
     * Forgets what lies on the line of a connection that has just begun: an answer to whoever asked before would shift all
     * that follow.
     */
    void dropStale() throws LinkLostException {
        long end = upMs.getAsLong() + patience.busyMs();
        boolean said = hear(STALE_MS);
        while (said && upMs.getAsLong() < end) said = hear(STALE_MS);
        splitter.reset();
    }

    private void take(Heard heard) {
        switch (heard) {
            case Heard.RealTime answer -> realTime = OptionalInt.of(answer.bits());
            case Heard.Sensor sensor -> {
                paperEndAtBarrier = sensor.isPaperEnd();
                if (barriersHeard < barriersAsked) barriersHeard++;
            }
            case Heard.Block block -> block(block);
            case Heard.Automatic _, Heard.Noise _ -> {}
        }
    }

    private void block(Heard.Block block) {
        if (block.kind() != 0x37 || block.text().isEmpty()) return;
        if (block.text().charAt(0) == CLEARED_KIND) cleared = true;
        if (block.text().charAt(0) != PROCESS_ID_KIND) return;
        ProcessIds.read(block.text(), 1).ifPresent(this::proven);
    }

    /** A printer that gets a new roll also tells of the jobs of whoever was connected before, whose numbers are not ours. */
    private void proven(long id) {
        if (!idsAsked.contains(id)) return;
        idsAsked.headSet(id, true).clear();
        idsHeardUpTo = Math.max(idsHeardUpTo, id);
    }

    /** Offers bytes of the sheet; fewer are taken if the printer stands still. */
    int offer(byte[] bytes, int from, int count, long waitMs) throws LinkLostException {
        return link.write(bytes, from, count, Math.max(0, waitMs));
    }

    /** Sends all of a short command. False if the printer takes no more bytes. */
    boolean send(byte[] command, long waitMs) throws LinkLostException {
        long end = upMs.getAsLong() + waitMs;
        int taken = link.write(command, 0, command.length, waitMs);
        while (taken < command.length && upMs.getAsLong() < end) {
            taken += link.write(command, taken, command.length - taken, end - upMs.getAsLong());
        }
        return taken == command.length;
    }

    /** All four answers; null if one did not come. */
    @Nullable
    PrinterStatus status(long waitMs) throws LinkLostException {
        int[] bits = new int[QUESTIONS];
        for (int n = 1; n <= QUESTIONS; n++) {
            OptionalInt answer = ask(n, waitMs);
            if (answer.isEmpty()) return null;
            bits[n - 1] = answer.getAsInt();
        }
        return new PrinterStatus(bits[0], bits[1], bits[2], bits[3]);
    }

    /** The answer to {@code DLE EOT n}; empty if none came in that time. */
    OptionalInt ask(int n, long waitMs) throws LinkLostException {
        if (muddled && !isSilent(waitMs)) return OptionalInt.empty();
        muddled = false;
        realTime = OptionalInt.empty();
        long end = upMs.getAsLong() + waitMs;
        boolean sent = send(new byte[] {0x10, 0x04, (byte) n}, waitMs);
        // Once at least: while the question left, its answer may have come.
        if (sent) hear(end - upMs.getAsLong());
        while (sent && realTime.isEmpty() && upMs.getAsLong() < end) hear(end - upMs.getAsLong());
        muddled = realTime.isEmpty();
        return realTime;
    }

    /** Whether nothing came for a while, so that no late answer is under way. */
    private boolean isSilent(long waitMs) throws LinkLostException {
        return !hear(Math.min(waitMs, patience.statusMs()));
    }

    /** Asks to be told when everything before is printed. False if the printer takes no more bytes. */
    boolean askProcessId(long id, long waitMs) throws LinkLostException {
        idsAsked.add(id);
        if (idsAsked.size() > IDS_MAX) idsAsked.pollFirst();
        byte[] d = ProcessIds.bytes(id);
        return send(new byte[] {0x1D, 0x28, 0x48, 6, 0, 0x30, 0x30, d[0], d[1], d[2], d[3]}, waitMs);
    }

    /** The highest number of this connection's that came back: it proves all before it. -1 if none did. */
    long idsHeardUpTo() {
        return idsHeardUpTo;
    }

    /** Asks in the line of the printer's work; the number of the question is returned, 0 if it takes no more bytes. */
    long askBarrier(long waitMs) throws LinkLostException {
        if (!send(new byte[] {0x1D, 0x72, 1}, waitMs)) return 0;
        return ++barriersAsked;
    }

    /** How many of those questions were answered: an answer belongs to the oldest that is open. */
    long barriersHeard() {
        return barriersHeard;
    }

    boolean wasPaperEndAtBarrier() {
        return paperEndAtBarrier;
    }

    /** Makes the printer forget what it did not print yet. True if it said so. */
    boolean clear(long waitMs) throws LinkLostException {
        cleared = false;
        long end = upMs.getAsLong() + waitMs;
        boolean sent = send(CLEAR, waitMs);
        if (sent) hear(end - upMs.getAsLong());
        while (sent && !cleared && upMs.getAsLong() < end) hear(end - upMs.getAsLong());
        return cleared;
    }

    /**
     * Ends a command of which the rest was lost with the last connection, for printers that cannot be cleared: they ignore
     * zeros between commands, and within dots they are white. False if the printer takes no more bytes.
     */
    boolean endHalfCommand(long waitMs) throws LinkLostException {
        return send(new byte[LONGEST_COMMAND_BYTES], waitMs);
    }

    @Override
    public void close() {
        link.close();
    }
}
