package tillbook.desktop.till;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import tillbook.journal.search.TapeRecord;
import tillbook.journal.search.TapeSource;
import tillbook.journal.tape.ChainHash;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.TapeBrokenException;
import tillbook.journal.tape.TapeDisk;
import tillbook.journal.tape.TapeReader;

/** The tape as the searchable journal follows it. Safe from any thread. */
public final class TapeSearchSource implements TapeSource {
    private final TapeDisk disk;
    private final LongSupplier acknowledgedThrough;

    /** {@code acknowledgedThrough} is asked anew for each reading. */
    public TapeSearchSource(TapeDisk disk, LongSupplier acknowledgedThrough) {
        this.disk = disk;
        this.acknowledgedThrough = acknowledgedThrough;
    }

    @Override
    public long acknowledgedThrough() {
        return acknowledgedThrough.getAsLong();
    }

    @Override
    public void read(long fromSequence, RecordConsumer consumer) {
        try {
            Reading reading = TapeReader.whileOpen(disk, acknowledgedThrough)
                    .read(fromSequence, (sequence, hash, payload) -> hand(consumer, sequence, hash, payload));
            if (!(reading instanceof Reading.Whole)) throw new UncheckedIOException(new IOException("" + reading));
        } catch (Enough enough) {
            // The consumer said so.
        } catch (TapeBrokenException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    private static void hand(RecordConsumer consumer, long sequence, ChainHash hash, byte[] payload) {
        if (!consumer.accept(new TapeRecord(sequence, hash.toBytes(), payload))) throw new Enough();
    }

    /** Leaves a reading that has no other way out. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
