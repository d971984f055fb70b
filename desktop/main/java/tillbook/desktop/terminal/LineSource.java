package tillbook.desktop.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/**
 * Reads lines on a thread of its own, one at a time and only when the face is ready for it: what is typed ahead waits in
 * the pipe. A line without end costs no memory.
 */
final class LineSource {
    /** Longer lines are no scan and no word. */
    static final int CHARS_MAX = 1_000;

    private final BufferedReader in;
    private final Inbox inbox;
    private final Semaphore wanted = new Semaphore(0);

    LineSource(BufferedReader in, Inbox inbox) {
        this.in = in;
        this.inbox = inbox;
    }

    /** Begins reading. A daemon: a read that never returns must not keep the program alive. */
    void start() {
        Thread.ofPlatform().daemon().name("terminal-input").start(this::run);
    }

    /** Leave to read one more line. */
    void ready() {
        wanted.release();
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                wanted.acquire();
                Inbox.Item item = read();
                inbox.typed(item);
                more = !(item instanceof Inbox.Item.EndOfInput);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A broken input is an ended one: the register closes in good order either way. */
    private Inbox.Item read() {
        try {
            return readLine();
        } catch (IOException e) {
            return new Inbox.Item.EndOfInput();
        }
    }

    private Inbox.Item readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int length = 0;
        int c = in.read();
        if (c < 0) return new Inbox.Item.EndOfInput();
        while (c >= 0 && c != '\n') {
            if (length++ < CHARS_MAX) line.append((char) c);
            c = in.read();
        }
        return length > CHARS_MAX ? new Inbox.Item.TypedTooLong() : new Inbox.Item.Typed(line.toString());
    }
}
