package tillbook.register;

import tillbook.journal.EventCodec;
import tillbook.journal.EventCodec.Decoded;
import tillbook.journal.FieldReader;
import tillbook.journal.JournalEntry;
import tillbook.journal.Stamp;
import tools.jackson.core.JacksonException;

/**
 * How a register's state is found at a start: the snapshot at the head of the last segment, and the records behind it,
 * folded one by one. Feed it forced records only. The first record that cannot be folded ends the folding, and
 * {@link #outcome()} names it. Owned by one thread.
 */
public final class RegisterStart {
    /** What a tape came to. */
    public sealed interface Outcome {
        /** Everything was understood. */
        record Folded(RegisterState state) implements Outcome {}

        /**
         * A newer Tillbook wrote this: one may look but not write.
         *
         * @param before the state before that record
         */
        record TooNew(long sequence, String type, int version, RegisterState before) implements Outcome {}

        /**
         * A record whose checksum fits, and which is no record of ours or contradicts the ones before.
         *
         * @param why for whoever mends it; names no secret
         */
        record Damaged(long sequence, String why) implements Outcome {}
    }

    private Outcome outcome = new Outcome.Folded(RegisterState.NEW);

    /** A snapshot's payload, as the head of a segment bears it. */
    public static byte[] snapshot(Stamp stamp, RegisterState state) {
        return EventCodec.encodeSnapshot(stamp, state, RegisterStateCodec::write);
    }

    /**
     * Begins from a snapshot instead of from nothing.
     *
     * @param through the last sequence that is in it
     */
    public void snapshot(long through, byte[] payload) {
        outcome = switch (EventCodec.decode(payload)) {
            case Decoded.Snapshot snapshot -> read(through, snapshot);
            case Decoded.TooNew newer -> new Outcome.TooNew(through, newer.type(), newer.version(), RegisterState.NEW);
            case Decoded.Unreadable unreadable -> new Outcome.Damaged(through, unreadable.why());
            case Decoded.Event event ->
                new Outcome.Damaged(
                        through,
                        "an event stands where the snapshot belongs: "
                                + EventCodec.typeOf(event.event().getClass()));
        };
    }

    /** Folds the next record. */
    public void record(long sequence, byte[] payload) {
        if (!(outcome instanceof Outcome.Folded(RegisterState state))) return;
        outcome = switch (EventCodec.decode(payload)) {
            case Decoded.Event event -> folded(state, new JournalEntry(sequence, event.stamp(), event.event()));
            case Decoded.TooNew newer -> new Outcome.TooNew(sequence, newer.type(), newer.version(), state);
            case Decoded.Unreadable unreadable -> new Outcome.Damaged(sequence, unreadable.why());
            case Decoded.Snapshot _ -> new Outcome.Damaged(sequence, "a snapshot stands where a record belongs");
        };
    }

    /** What it came to so far. */
    public Outcome outcome() {
        return outcome;
    }

    private static Outcome read(long through, Decoded.Snapshot snapshot) {
        try {
            return new Outcome.Folded(FieldReader.read(snapshot.data(), RegisterStateCodec::read));
        } catch (JacksonException | IllegalArgumentException e) {
            return new Outcome.Damaged(through, "a snapshot that this version cannot read: " + e.getMessage());
        }
    }

    private static Outcome folded(RegisterState state, JournalEntry entry) {
        try {
            return new Outcome.Folded(state.after(entry));
        } catch (RuntimeException e) {
            return new Outcome.Damaged(entry.sequence(), String.valueOf(e.getMessage()));
        }
    }
}
