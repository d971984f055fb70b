package tillbook.journal.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tape and decodes it on a thread of its own, a little before the database, so that neither waits for the other.
 *
 * <p>Threads: who calls {@link #through} takes the batches; the other thread is inside and ends before the call does.
 */
final class ReadAhead {
    /** Batches that wait for the database. */
    static final int BATCHES_MAX = 2;

    /** Records in one batch, which is one transaction. Larger ones are no faster: what is not committed stays in memory. */
    static final int BATCH_RECORDS = 2000;

    /** Bytes of payload after which a batch ends before it has all its records. */
    static final long BATCH_BYTES = 16L * 1024 * 1024;

    private final TapeSource tape;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    // Guarded by the lock.
    private final ArrayDeque<List<Decoding>> waiting = new ArrayDeque<>();
    private boolean enough;
    private boolean ended;
    private @Nullable Throwable failed;

    // Of the reading thread.
    private List<Decoding> batch = new ArrayList<>();
    private long bytes;

    private ReadAhead(TapeSource tape) {
        this.tape = tape;
    }

    /**
     * Hands out the tape from a record on, batch by batch, on the calling thread. What the tape throws is thrown here.
     *
     * @param taker null if it goes on, otherwise what ends the reading
     * @return what ended the reading, null if everything was taken
     */
    static <T> @Nullable T through(TapeSource tape, long from, Function<List<Decoding>, @Nullable T> taker) {
        ReadAhead ahead = new ReadAhead(tape);
        Thread.ofPlatform().name("journal-search-reader").daemon().start(() -> ahead.read(from));
        try {
            return ahead.handOut(taker);
        } finally {
            ahead.end();
        }
    }

    private <T> @Nullable T handOut(Function<List<Decoding>, @Nullable T> taker) {
        for (List<Decoding> next = next(); next != null; next = next()) {
            T found = taker.apply(next);
            if (found != null) return found;
        }
        return null;
    }

    /** Null at the end. */
    private @Nullable List<Decoding> next() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !ended) changed.awaitUninterruptibly();
            changed.signalAll();
            List<Decoding> next = waiting.poll();
            if (next == null && failed instanceof Error error) throw error;
            if (next == null && failed instanceof RuntimeException exception) throw exception;
            return next;
        } finally {
            lock.unlock();
        }
    }

    /** Not by an interrupt, which would close the tape's channel under the reader. */
    private void end() {
        lock.lock();
        try {
            enough = true;
            changed.signalAll();
            while (!ended) changed.awaitUninterruptibly();
        } finally {
            lock.unlock();
        }
    }

    // Everything below runs on the reading thread.

    private void read(long from) {
        Throwable trouble = null;
        try {
            tape.read(from, this::accept);
            put();
        } catch (RuntimeException | Error e) {
            // Whatever it is, it belongs to who waits for the records.
            trouble = e;
        } finally {
            finish(trouble);
        }
    }

    private boolean accept(TapeRecord record) {
        batch.add(Decoding.of(record));
        bytes += record.payload().length;
        return (batch.size() < BATCH_RECORDS && bytes < BATCH_BYTES) || put();
    }

    /** False if nobody wants more. */
    private boolean put() {
        lock.lock();
        try {
            while (waiting.size() >= BATCHES_MAX && !enough) changed.awaitUninterruptibly();
            if (!batch.isEmpty()) waiting.add(batch);
            changed.signalAll();
            return !enough;
        } finally {
            batch = new ArrayList<>();
            bytes = 0;
            lock.unlock();
        }
    }

    private void finish(@Nullable Throwable trouble) {
        lock.lock();
        try {
            failed = trouble;
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
