package tillbook.desktop.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import tillbook.journal.EventCodec;
import tillbook.journal.JournalBrokenException;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalWriter;

/** A strict journal in memory: nothing counts before the force, and what was not forced is lost when it breaks. */
final class MemoryJournal implements JournalWriter {
    private final List<byte[]> durable = new CopyOnWriteArrayList<>();
    private final List<byte[]> appended = new ArrayList<>();
    private volatile boolean broken;
    private volatile long bytesSetAside = Long.MAX_VALUE;

    void breaks() {
        broken = true;
    }

    void bytesSetAside(long bytes) {
        bytesSetAside = bytes;
    }

    @Override
    public synchronized long append(byte[] payload) {
        appended.add(payload.clone());
        return durable.size() + (long) appended.size();
    }

    @Override
    public synchronized void force() {
        if (broken) throw new JournalBrokenException("the journal was broken by the test", new IllegalStateException());
        durable.addAll(appended);
        appended.clear();
    }

    @Override
    public long bytesSetAside() {
        return bytesSetAside;
    }

    @Override
    public synchronized boolean recover() {
        appended.clear();
        return !broken;
    }

    /** What a power cut would leave. */
    List<JournalEvent> events() {
        return durable.stream()
                .map(EventCodec::decode)
                .map(decoded -> ((EventCodec.Decoded.Event) decoded).event())
                .toList();
    }

    /** Everything durable as text, to search for what must not be in it. */
    String text() {
        StringBuilder text = new StringBuilder();
        durable.forEach(payload -> text.append(new String(payload, java.nio.charset.StandardCharsets.UTF_8))
                .append('\n'));
        return text.toString();
    }
}
