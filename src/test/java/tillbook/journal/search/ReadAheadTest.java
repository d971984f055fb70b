package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {
    private static final int MANY = 7 * ReadAhead.BATCH_RECORDS + 3;
    private static final byte[] SHORT = {1};

    /** Counts what it has handed out, and can end with trouble. */
    private static final class CountingTape implements TapeSource {
        private final long records;
        private final byte[] payload;
        private final AtomicLong read = new AtomicLong();
        private @Nullable RuntimeException trouble;
        private @Nullable Error worse;
        private volatile boolean done;

        CountingTape(long records, byte[] payload) {
            this.records = records;
            this.payload = payload;
        }

        @Override
        public long acknowledgedThrough() {
            return records;
        }

        @Override
        public void read(long fromSequence, RecordConsumer consumer) {
            try {
                for (long sequence = fromSequence; sequence <= records; sequence++) {
                    read.set(sequence);
                    TapeRecord record = new TapeRecord(sequence, new byte[TapeRecord.HASH_BYTES], payload);
                    if (!consumer.accept(record)) return;
                }
                if (trouble != null) throw trouble;
                if (worse != null) throw worse;
            } finally {
                done = true;
            }
        }
    }

    private final CountingTape tape = new CountingTape(MANY, SHORT);
    private final List<Long> taken = new ArrayList<>();

    private @Nullable Void take(List<Decoding> batch) {
        batch.forEach(decoding -> taken.add(decoding.record().sequence()));
        return null;
    }

    private static List<Long> sequences(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void everyRecordIsHandedOutOnceAndInOrder() {
        assertNull(ReadAhead.<Void>through(tape, 5, this::take));
        assertEquals(sequences(5, MANY), taken);
    }

    @Test
    void aTapeWithNothingMoreHandsOutNothing() {
        assertNull(ReadAhead.<Void>through(tape, MANY + 1, this::take));
        assertEquals(List.of(), taken);
    }

    @Test
    void noMoreIsReadAheadThanTheNamedBound() {
        long most = (ReadAhead.BATCHES_MAX + 2L) * ReadAhead.BATCH_RECORDS;
        ReadAhead.<Void>through(tape, 1, batch -> {
            long ahead = tape.read.get() - taken.size();
            assertTrue(ahead <= most, () -> ahead + " records ahead");
            return take(batch);
        });
    }

    @Test
    void longRecordsMakeSmallBatches() {
        CountingTape longOnes = new CountingTape(40, new byte[TapeRecord.PAYLOAD_BYTES_MAX]);
        List<Integer> sizes = new ArrayList<>();
        ReadAhead.<Void>through(longOnes, 1, batch -> {
            sizes.add(batch.size());
            return null;
        });
        assertEquals(List.of(16, 16, 8), sizes);
    }

    @Test
    void whoHasEnoughEndsTheReading() {
        assertEquals("enough", ReadAhead.through(tape, 1, _ -> "enough"));
        assertTrue(tape.done);
        assertTrue(tape.read.get() < MANY);
    }

    @Test
    void whatTheTakerThrowsEndsTheReadingToo() {
        IllegalStateException mine = new IllegalStateException("the database has had enough");
        assertSame(
                mine,
                assertThrows(
                        IllegalStateException.class,
                        () -> ReadAhead.<Void>through(tape, 1, _ -> {
                            throw mine;
                        })));
        assertTrue(tape.done);
    }

    @Test
    void whatTheTapeThrowsIsThrownAfterEveryWholeBatchBeforeIt() {
        tape.trouble = new UncheckedIOException(new IOException("the tape is being broken"));
        assertSame(
                tape.trouble,
                assertThrows(UncheckedIOException.class, () -> ReadAhead.<Void>through(tape, 1, this::take)));
        assertEquals(sequences(1, 7 * ReadAhead.BATCH_RECORDS), taken);
    }

    @Test
    void anErrorOfTheReaderIsNotLost() {
        tape.worse = new AssertionError("a bug in the reader");
        assertSame(tape.worse, assertThrows(AssertionError.class, () -> ReadAhead.<Void>through(tape, 1, this::take)));
    }
}
