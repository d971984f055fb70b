package tillbook.journal.tape;

import java.util.ArrayDeque;
import tillbook.journal.JournalBrokenException;
import tillbook.journal.JournalWriter;

/**
 * The tape as the register writes it: what a force acknowledged goes on to whoever follows the tape, and what a failed
 * force left behind is forgotten, because the register has taken it back by then.
 *
 * <p>Owned by the thread that opened the tape, later by the register thread, one after the other.
 */
public final class TapeJournal implements JournalWriter, AutoCloseable {
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Waiting(long sequence, byte[] payload) {}

    private final Tape tape;
    private final RecordConsumer follower;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private ChainHash followedHash;

    /**
     * Writes to an open tape.
     *
     * @param follower gets each record after its force returned, on the writing thread; must return at once and not throw
     */
    public TapeJournal(Tape tape, RecordConsumer follower) {
        this.tape = tape;
        this.follower = follower;
        this.followedHash = tape.acknowledgedHash();
    }

    @Override
    public long append(byte[] payload) {
        try {
            long sequence = tape.append(payload);
            waiting.add(new Waiting(sequence, payload));
            return sequence;
        } catch (TapeBrokenException e) {
            throw broken(e);
        }
    }

    @Override
    public void force() {
        try {
            tape.force();
        } catch (TapeBrokenException e) {
            throw broken(e);
        } catch (IllegalArgumentException e) {
            throw new JournalBrokenException("the register's state does not fit into the journal: end unpaid sales", e);
        }
        while (!waiting.isEmpty()) follow(waiting.remove());
    }

    @Override
    public long bytesSetAside() {
        return tape.preallocatedBytesLeft();
    }

    @Override
    public boolean recover() {
        waiting.clear();
        try {
            return tape.recover();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Forces what waits, if the tape takes it, and lets go of the file. */
    @Override
    public void close() {
        tape.close();
    }

    private void follow(Waiting record) {
        followedHash = ChainHash.of(record.sequence(), followedHash, record.payload());
        follower.accept(record.sequence(), followedHash, record.payload());
    }

    private static JournalBrokenException broken(TapeBrokenException e) {
        return new JournalBrokenException(String.valueOf(e.getMessage()), e);
    }
}
