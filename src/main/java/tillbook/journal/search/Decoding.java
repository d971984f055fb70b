package tillbook.journal.search;

import org.jspecify.annotations.Nullable;
import tillbook.journal.EventCodec;
import tillbook.journal.EventCodec.Decoded;
import tillbook.journal.JournalEvent;
import tillbook.journal.Stamp;

/**
 * A record with what it says, as far as this version can read it. What it cannot read is kept all the same.
 *
 * @param stamp null if unread
 * @param event null if unread, or if it is a segment's snapshot
 */
record Decoding(
        TapeRecord record,
        String type,
        @Nullable Stamp stamp,
        @Nullable JournalEvent event) {
    /** The type of a record that is not in our language. */
    static final String UNREADABLE = "unreadable";

    private static final int TYPE_CHARS_MAX = 64;

    private static final ClassValue<String> TYPES = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> type) {
            return EventCodec.typeOf(type.asSubclass(JournalEvent.class));
        }
    };

    static Decoding of(TapeRecord record) {
        return switch (EventCodec.decode(record.payload())) {
            case Decoded.Event(Stamp stamp, JournalEvent event) ->
                new Decoding(record, TYPES.get(event.getClass()), stamp, event);
            case Decoded.Snapshot(Stamp stamp, var _) -> new Decoding(record, EventCodec.SNAPSHOT, stamp, null);
            case Decoded.TooNew(String type, int _) -> new Decoding(record, shortened(type), null, null);
            case Decoded.Unreadable _ -> new Decoding(record, UNREADABLE, null, null);
        };
    }

    private static String shortened(String type) {
        return type.substring(0, Math.min(type.length(), TYPE_CHARS_MAX));
    }
}
