package tillbook.desktop.terminal;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.Reply;

/**
 * What reaches the face: durable records, the reply to what it wanted, and lines of input, in the order they came. Made
 * before the register, whose listener it is.
 *
 * <p>Everything may be put in from any thread and never blocks it; one thread, the face's, takes out.
 */
public final class Inbox implements RegisterThread.Listener {
    /** If the output stands still, more turns of the register than this are not narrated one by one. */
    static final int TURNS_MAX = 4_096;

    private final RegisterState start;
    private final LinkedBlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final AtomicInteger turns = new AtomicInteger();

    /** One thing that came in. */
    sealed interface Item {
        /** One turn's records; {@code after} is the state with them. */
        record Turn(List<JournalEntry> entries, RegisterState after) implements Item {}

        /** {@code wish} tells the reply from a late one to an earlier wish. */
        record Replied(long wish, Reply reply) implements Item {}

        /** A line, at most {@link LineSource#CHARS_MAX} long. */
        record Typed(String line) implements Item {}

        /** A line longer than anybody types or scans; nothing of it is kept. */
        record TypedTooLong() implements Item {}

        /** A scanner of the register's read this; no line of the input, so no other is asked for after it. */
        record Scanned(String code) implements Item {
            @Override
            public String toString() {
                return "Scanned[" + code.length() + " characters]";
            }
        }

        /** What became of a test page. */
        record PagePrinted(PageEnd end) implements Item {}

        /** No more lines will come. */
        record EndOfInput() implements Item {}
    }

    /** An inbox for the register that begins at {@code start}. */
    public Inbox(RegisterState start) {
        this.start = start;
    }

    /** The state before the first record that comes in. */
    RegisterState start() {
        return start;
    }

    @Override
    public void committed(List<JournalEntry> entries, RegisterState state) {
        if (turns.incrementAndGet() > TURNS_MAX) {
            // The gap is seen by whoever takes the next turn: its first record does not follow the last one.
            turns.decrementAndGet();
            return;
        }
        items.add(new Item.Turn(List.copyOf(entries), state));
    }

    /** A reply; the face wants one thing at a time, so at most one is under way. */
    void replied(long wish, Reply reply) {
        items.add(new Item.Replied(wish, reply));
    }

    /** A scanner of the register's read a code. */
    public void scanned(String code) {
        items.add(new Item.Scanned(code));
    }

    void pagePrinted(PageEnd end) {
        items.add(new Item.PagePrinted(end));
    }

    /** A line or the end of input; its reader waits for leave before it reads the next. */
    void typed(Item item) {
        items.add(item);
    }

    /** The next item, null if none came in time. */
    @Nullable
    Item next(long withinMs) throws InterruptedException {
        Item item = items.poll(Math.max(0, withinMs), TimeUnit.MILLISECONDS);
        if (item instanceof Item.Turn) turns.decrementAndGet();
        return item;
    }
}
