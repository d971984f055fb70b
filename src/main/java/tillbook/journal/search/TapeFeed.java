package tillbook.journal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.LongSupplier;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.TapeBrokenException;
import tillbook.journal.tape.TapeDisk;
import tillbook.journal.tape.TapeReader;

/** The open tape as its searchable copy sees it. Safe from any thread: each reading has a reader of its own. */
public final class TapeFeed implements TapeSource {
    private final TapeDisk disk;
    private final LongSupplier acknowledgedThrough;

    /**
     * Feeds from a tape that is open.
     *
     * @param acknowledgedThrough {@link tillbook.journal.tape.Tape#acknowledgedThrough()}
     */
    public TapeFeed(TapeDisk disk, LongSupplier acknowledgedThrough) {
        this.disk = disk;
        this.acknowledgedThrough = acknowledgedThrough;
    }

    @Override
    public long acknowledgedThrough() {
        return acknowledgedThrough.getAsLong();
    }

    @Override
    public void read(long fromSequence, RecordConsumer consumer) {
        if (fromSequence > acknowledgedThrough()) return;
        try {
            expectWhole(TapeReader.whileOpen(disk, acknowledgedThrough)
                    .read(fromSequence, (sequence, hash, payload) -> {
                        if (!consumer.accept(new TapeRecord(sequence, hash.toBytes(), payload)))
                            throw new EnoughException();
                    }));
        } catch (EnoughException e) {
            // The consumer has what it wanted; a reader cannot be stopped in another way.
        } catch (TapeBrokenException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static void expectWhole(Reading reading) {
        switch (reading) {
            case Reading.Whole _ -> {
                // Everything asked for was handed over.
            }
            case Reading.Broken(var damage) -> throw unreadable("it is damaged: " + damage);
            case Reading.TooNew(String segment, int _) -> throw unreadable("a newer Tillbook wrote " + segment);
        }
    }

    private static UncheckedIOException unreadable(String why) {
        return new UncheckedIOException(new IOException("the tape cannot be copied from, " + why));
    }

    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EnoughException() {
            super(null, null, false, false);
        }
    }
}
