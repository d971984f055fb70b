package tillbook.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import tillbook.journal.search.TapeRecord;
import tillbook.journal.search.TapeSource;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.TapeDisk;
import tillbook.journal.tape.TapeReader;

/** A tape on disk that nobody appends to, as the searchable copy follows it. Safe from any thread. */
record TapeFolder(TapeDisk disk, long acknowledgedThrough) implements TapeSource {
    @Override
    public void read(long fromSequence, RecordConsumer consumer) {
        try {
            Reading reading = TapeReader.whileOpen(disk, () -> acknowledgedThrough)
                    .read(fromSequence, (sequence, hash, payload) -> {
                        if (!consumer.accept(new TapeRecord(sequence, hash.toBytes(), payload))) throw new Enough();
                    });
            if (!(reading instanceof Reading.Whole)) throw new UncheckedIOException(new IOException("" + reading));
        } catch (Enough enough) {
            // The consumer said so.
        }
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
