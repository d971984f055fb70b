package tillbook.journal.search;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import tillbook.journal.EventCodec;
import tillbook.journal.GeneratedDay;
import tillbook.journal.JournalEvent;
import tillbook.journal.Stamp;

/** A tape in memory, chained like the real one: each hash covers the hash before. */
final class ListedTape implements TapeSource {
    private final List<TapeRecord> records = new ArrayList<>();
    private byte[] last = new byte[TapeRecord.HASH_BYTES];
    private long acknowledged = Long.MAX_VALUE;
    private boolean broken;

    static ListedTape of(long seed, int sales) {
        ListedTape tape = new ListedTape();
        GeneratedDay.encoded(seed, sales, Math.max(1, sales / 3), (_, payload) -> tape.append(payload));
        return tape;
    }

    static ListedTape ofOtherRegister(long seed, int sales) {
        ListedTape tape = new ListedTape();
        GeneratedDay.generateOther(seed, sales, Math.max(1, sales / 3), (stamp, event) -> tape.append(stamp, event));
        return tape;
    }

    synchronized TapeRecord append(Stamp stamp, JournalEvent event) {
        return append(EventCodec.encode(stamp, event));
    }

    synchronized TapeRecord append(byte[] payload) {
        MessageDigest digest = sha256();
        digest.update(last);
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, records.size() + 1L));
        last = digest.digest(payload);
        TapeRecord record = new TapeRecord(records.size() + 1L, last, payload);
        records.add(record);
        return record;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Shows only the records up to one. */
    synchronized ListedTape showing(long through) {
        acknowledged = through;
        return this;
    }

    synchronized void breakReading(boolean now) {
        broken = now;
    }

    synchronized List<TapeRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public synchronized long acknowledgedThrough() {
        return Math.min(acknowledged, records.size());
    }

    @Override
    public void read(long fromSequence, RecordConsumer consumer) {
        for (TapeRecord record : upTo()) {
            if (record.sequence() >= fromSequence && !consumer.accept(record)) return;
        }
    }

    private synchronized List<TapeRecord> upTo() {
        if (broken) throw new java.io.UncheckedIOException(new java.io.IOException("the tape is being broken"));
        return List.copyOf(records.subList(0, (int) acknowledgedThrough()));
    }
}
