package tillbook.journal;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * The payload of a tape record: one JSON object, {@code {"type":…,"v":1,"stamp":{…},"data":{…}}}, in UTF-8. A type's
 * name is its class name in kebab case and never changes; every version ever written is read for ever.
 *
 * <p>Immutable and safe from any thread.
 */
public final class EventCodec {
    /** The type of a record that is no event: the state with which a segment begins. */
    public static final String SNAPSHOT = "snapshot";

    private static final int VERSION = 1;
    private static final ObjectWriter STAMP_WRITER = Json.mapper().writerFor(Stamp.class);
    private static final ObjectReader STAMP_READER = readerWithin(Stamp.class);
    private static final ObjectReader TREE_READER = readerWithin(JsonNode.class);

    private static final List<Class<? extends JournalEvent>> KINDS = List.of(
            JournalEvent.RegisterStarted.class,
            JournalEvent.RegisterStopped.class,
            JournalEvent.ShiftOpened.class,
            JournalEvent.CashierSignedOn.class,
            JournalEvent.LineAdded.class,
            JournalEvent.LineQuantityChanged.class,
            JournalEvent.LineVoided.class,
            JournalEvent.BasketDropped.class,
            JournalEvent.SaleFrozen.class,
            JournalEvent.SaleReleased.class,
            JournalEvent.SaleAbandoned.class,
            JournalEvent.AttemptCreated.class,
            JournalEvent.AttemptSending.class,
            JournalEvent.AttemptAnswered.class,
            JournalEvent.AttemptMoved.class,
            JournalEvent.CancelDecided.class,
            JournalEvent.GoodsKept.class,
            JournalEvent.AttemptSettled.class,
            JournalEvent.ScanPaid.class,
            JournalEvent.CashTaken.class,
            JournalEvent.VoucherSettled.class);

    private record Kind(String type, ObjectWriter writer, ObjectReader reader) {}

    private static final Map<Class<?>, Kind> BY_CLASS = new HashMap<>();
    private static final Map<String, Kind> BY_TYPE = new HashMap<>();

    static {
        for (Class<? extends JournalEvent> type : KINDS) {
            Kind kind = new Kind(typeOf(type), Json.mapper().writerFor(type), readerWithin(type));
            BY_CLASS.put(type, kind);
            BY_TYPE.put(kind.type(), kind);
        }
    }

    private EventCodec() {}

    /** What a payload turned out to be. */
    public sealed interface Decoded {
        record Event(Stamp stamp, JournalEvent event) implements Decoded {}

        /** The beginning of a segment; {@code data} is read by whoever owns the state. */
        record Snapshot(Stamp stamp, JsonNode data) implements Decoded {}

        /** Written by a newer Tillbook: this one may look but not write. */
        record TooNew(String type, int version) implements Decoded {}

        /** No record of ours, although its checksum fits. */
        record Unreadable(String why) implements Decoded {}
    }

    /** The name under which an event's kind stands on the tape, e.g. {@code sale-frozen}. */
    public static String typeOf(Class<? extends JournalEvent> type) {
        return type.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    public static byte[] encode(Stamp stamp, JournalEvent event) {
        Kind kind = BY_CLASS.get(event.getClass());
        if (kind == null) throw new IllegalStateException("an event kind without a name: " + event.getClass());
        return encode(kind.type(), stamp, kind.writer(), event);
    }

    /** A snapshot's payload around a state that {@code writer} can write. */
    public static byte[] encodeSnapshot(Stamp stamp, ObjectWriter writer, Object state) {
        return encode(SNAPSHOT, stamp, writer, state);
    }

    private static byte[] encode(String type, Stamp stamp, ObjectWriter writer, Object data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = Json.mapper().createGenerator(bytes)) {
            out.writeStartObject();
            out.writeStringProperty("type", type);
            out.writeNumberProperty("v", VERSION);
            out.writeName("stamp");
            STAMP_WRITER.writeValue(out, stamp);
            out.writeName("data");
            writer.writeValue(out, data);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #encode} of this or any earlier version wrote. */
    public static Decoded decode(byte[] payload) {
        try (JsonParser in = Json.mapper().createParser(payload)) {
            return decode(in);
        } catch (JacksonException | IllegalArgumentException e) {
            return new Decoded.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Relies on the order in which {@link #encode} writes: type, v, stamp, data. */
    private static Decoded decode(JsonParser in) {
        in.nextToken();
        String type = text(in, "type");
        int version = number(in, "v");
        expectName(in, "stamp");
        Kind kind = BY_TYPE.get(type);
        if (version > VERSION || (kind == null && !type.equals(SNAPSHOT))) return new Decoded.TooNew(type, version);
        Stamp stamp = STAMP_READER.readValue(in);
        expectName(in, "data");
        Decoded decoded = kind == null
                ? new Decoded.Snapshot(stamp, TREE_READER.readValue(in))
                : new Decoded.Event(stamp, kind.reader().readValue(in));
        expectEnd(in);
        return decoded;
    }

    /** A reader of a part: what stands behind it is the next part, not an error. */
    private static ObjectReader readerWithin(Class<?> type) {
        return Json.mapper().readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    private static void expectEnd(JsonParser in) {
        if (in.nextToken() != JsonToken.END_OBJECT || in.nextToken() != null) {
            throw new IllegalArgumentException("something stands behind the record");
        }
    }

    private static String text(JsonParser in, String name) {
        expectName(in, name);
        @Nullable String text = in.getValueAsString();
        if (text == null) throw new IllegalArgumentException("no text at " + name);
        return text;
    }

    private static int number(JsonParser in, String name) {
        expectName(in, name);
        return in.getIntValue();
    }

    private static void expectName(JsonParser in, String name) {
        if (in.nextToken() != JsonToken.PROPERTY_NAME || !name.equals(in.currentName())) {
            throw new IllegalArgumentException("expected " + name + ", not " + in.currentName());
        }
        in.nextToken();
    }
}
