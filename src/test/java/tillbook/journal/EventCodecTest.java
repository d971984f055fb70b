package tillbook.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tillbook.journal.EventCodec.Decoded;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The tape's format, kind by kind, against the product's way of writing values in general, and against its own past. */
class EventCodecTest {
    private static final int ROUNDS = 200;
    private static final Stamp STAMP = new RandomEvents(new Random(1), RandomEvents.Empty.NEVER).stamp();

    static Stream<Class<? extends JournalEvent>> kinds() {
        return RandomEvents.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whateverAKindSaysIsWrittenAsValuesAreAndReadsBackAsItWas(Class<? extends JournalEvent> kind) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomEvents random = new RandomEvents(new Random(seed), RandomEvents.Empty.SOMETIMES);
            Stamp stamp = random.stamp();
            JournalEvent event = random.event(kind);
            byte[] payload = EventCodec.encode(stamp, event);
            assertEquals(writtenInGeneral(stamp, event), new String(payload, UTF_8), "seed " + seed);
            assertEquals(new Decoded.Event(stamp, event), EventCodec.decode(payload), "seed " + seed);
        }
    }

    private static String writtenInGeneral(Stamp stamp, JournalEvent event) {
        ObjectNode all = Json.mapper().createObjectNode();
        all.put("type", EventCodec.typeOf(event.getClass())).put("v", 1);
        all.set("stamp", Json.mapper().valueToTree(stamp));
        all.set("data", Json.mapper().valueToTree(event));
        return Json.mapper().writeValueAsString(all);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theOrderOfPropertiesMeansNothing(Class<? extends JournalEvent> kind) {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Random dice = new Random(seed);
            JournalEvent event = new RandomEvents(dice, RandomEvents.Empty.SOMETIMES).event(kind);
            JsonNode record = Json.mapper().readTree(EventCodec.encode(STAMP, event));
            byte[] shuffled = Json.mapper().writeValueAsBytes(shuffled(record, dice));
            assertEquals(new Decoded.Event(STAMP, event), EventCodec.decode(shuffled), "seed " + seed);
        }
    }

    private static JsonNode shuffled(JsonNode node, Random dice) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.mapper().createArrayNode();
            array.forEach(element -> copy.add(shuffled(element, dice)));
            return copy;
        }
        if (!(node instanceof ObjectNode object)) return node;
        List<Map.Entry<String, JsonNode>> all = new ArrayList<>(object.properties());
        Collections.shuffle(all, dice);
        ObjectNode copy = Json.mapper().createObjectNode();
        all.forEach(entry -> copy.set(entry.getKey(), shuffled(entry.getValue(), dice)));
        return copy;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingNeededIsMissingOrEmpty(Class<? extends JournalEvent> kind) {
        byte[] bare = EventCodec.encode(STAMP, bare(kind));
        spoilEach(bare, ObjectNode::remove);
        spoilEach(bare, ObjectNode::putNull);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingStandsThatNobodyKnows(Class<? extends JournalEvent> kind) {
        spoilEach(EventCodec.encode(STAMP, full(kind)), (object, _) -> object.put("nobodyKnowsThis", 1));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aValueOfTheWrongKindOrOutOfRangeIsRefused(Class<? extends JournalEvent> kind) {
        byte[] full = EventCodec.encode(STAMP, full(kind));
        spoilEach(full, (object, name) -> object.put(name, 1.5));
        spoilEach(full, (object, name) -> object.put(name, new java.math.BigInteger("9223372036854775808")));
        spoilEach(
                full,
                (object, name) -> object.put(name, object.get(name).isNumber() ? "1" : "no such thing \n"),
                text());
        spoilEach(
                full,
                (object, name) ->
                        object.set(name, Json.mapper().createArrayNode().add(1)));
    }

    /** A property that holds any text may hold this one too. */
    private static Set<String> text() {
        return Set.of(
                "cashier",
                "epoch",
                "place",
                "version",
                "by",
                "note",
                "code",
                "name",
                "unit",
                "maskedCode",
                "merchant",
                "subCode",
                "message",
                "traceId",
                "tradeNumber",
                "payer",
                "reason",
                "printer",
                "sha256",
                "status",
                "detail",
                "symptom",
                "action",
                "type");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatMayBeLeftOutMayBeEmptyToo(Class<? extends JournalEvent> kind) {
        JournalEvent bare = bare(kind);
        ObjectNode record = object(EventCodec.encode(STAMP, bare));
        ObjectNode full = object(EventCodec.encode(STAMP, full(kind)));
        fill((ObjectNode) record.get("data"), (ObjectNode) full.get("data"));
        assertEquals(
                new Decoded.Event(STAMP, bare), EventCodec.decode(Json.mapper().writeValueAsBytes(record)));
    }

    private static void fill(ObjectNode bare, ObjectNode full) {
        for (String name : full.propertyNames()) {
            if (!bare.has(name)) bare.putNull(name);
            else if (bare.get(name) instanceof ObjectNode inner) fill(inner, (ObjectNode) full.get(name));
        }
    }

    private static JournalEvent bare(Class<? extends JournalEvent> kind) {
        return new RandomEvents(new Random(7), RandomEvents.Empty.ALWAYS).event(kind);
    }

    private static JournalEvent full(Class<? extends JournalEvent> kind) {
        return new RandomEvents(new Random(7), RandomEvents.Empty.NEVER).event(kind);
    }

    private static ObjectNode object(byte[] payload) {
        return (ObjectNode) Json.mapper().readTree(payload);
    }

    private static void spoilEach(byte[] payload, BiConsumer<ObjectNode, String> spoil) {
        spoilEach(payload, spoil, Set.of());
    }

    /** Spoils the record at one property after the other, and sees each refused. */
    private static void spoilEach(byte[] payload, BiConsumer<ObjectNode, String> spoil, Set<String> except) {
        for (List<String> path : paths(object(payload), List.of())) {
            String name = path.getLast();
            if (except.contains(name)) continue;
            ObjectNode spoilt = object(payload);
            JsonNode at = spoilt;
            for (String step : path.subList(0, path.size() - 1))
                at = at.isArray() ? at.get(Integer.parseInt(step)) : at.get(step);
            spoil.accept((ObjectNode) at, name);
            byte[] bytes = Json.mapper().writeValueAsBytes(spoilt);
            assertInstanceOf(Decoded.Unreadable.class, EventCodec.decode(bytes), () -> new String(bytes, UTF_8));
        }
    }

    private static List<List<String>> paths(JsonNode node, List<String> before) {
        List<List<String>> all = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                List<String> path =
                        Stream.concat(before.stream(), Stream.of(name)).toList();
                all.add(path);
                all.addAll(paths(object.get(name), path));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            all.addAll(paths(
                    node.get(i),
                    Stream.concat(before.stream(), Stream.of("" + i)).toList()));
        }
        return all;
    }

    @Test
    void whatANewerTillbookWroteIsTooNewWhateverElseItSays() {
        String sold = new String(EventCodec.encode(STAMP, new JournalEvent.CashierSignedOn("01")), UTF_8);
        assertEquals(new Decoded.TooNew("cashier-signed-on", 2), decode(sold.replace("\"v\":1", "\"v\":2")));
        assertEquals(new Decoded.TooNew("cashier-flew-away", 1), decode(sold.replace("signed-on", "flew-away")));
        assertEquals(new Decoded.TooNew("x", 3), decode("{\"type\":\"x\",\"v\":3,\"mood\":[{\"a\":1}],\"stamp\":7}"));
    }

    @Test
    void noJsonTwoValuesAndAPropertyTwiceAreUnreadable() {
        String good = new String(EventCodec.encode(STAMP, new JournalEvent.CashierSignedOn("01")), UTF_8);
        String twice = good.replace("\"data\":{", "\"data\":{\"cashier\":\"02\",");
        for (String bad :
                List.of("", "x", "[]", "{}", "null", "1", good + "1", good + good, good.substring(1), twice)) {
            assertInstanceOf(Decoded.Unreadable.class, decode(bad), bad);
        }
        for (int end = 0; end < good.length(); end++) {
            assertInstanceOf(Decoded.Unreadable.class, decode(good.substring(0, end)));
        }
    }

    @Test
    void aSnapshotCarriesItsStateUnread() {
        record State(List<String> names, String note) {}
        State state = new State(List.of("1", "2"), "}{\" 王");
        byte[] payload = EventCodec.encodeSnapshot(
                STAMP,
                state,
                (out, data) ->
                        out.texts(new SerializedString("names"), data.names()).text(Names.NOTE, data.note()));
        Decoded.Snapshot snapshot = assertInstanceOf(Decoded.Snapshot.class, EventCodec.decode(payload));
        assertEquals(STAMP, snapshot.stamp());
        assertEquals(state, Json.mapper().readValue(snapshot.data(), State.class));
        byte[] reversed = Json.mapper().writeValueAsBytes(shuffled(object(payload), new Random(3)));
        Decoded.Snapshot again = assertInstanceOf(Decoded.Snapshot.class, EventCodec.decode(reversed));
        assertEquals(state, Json.mapper().readValue(again.data(), State.class));
    }

    /** Lines of every kind as they were first written. This file only grows. */
    @Test
    void whatWasEverWrittenReadsForEver() throws IOException {
        Set<Class<?>> seen = new HashSet<>();
        for (String line : golden()) {
            Decoded.Event event = assertInstanceOf(Decoded.Event.class, decode(line), line);
            assertEquals(line, new String(EventCodec.encode(event.stamp(), event.event()), UTF_8));
            seen.add(event.event().getClass());
        }
        assertTrue(seen.containsAll(RandomEvents.kinds()), "every kind has its lines: " + seen);
    }

    private static List<String> golden() throws IOException {
        try (InputStream file = EventCodecTest.class.getResourceAsStream("golden-events-1.jsonl")) {
            assertNotNull(file);
            return new String(file.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static Decoded decode(String payload) {
        return EventCodec.decode(payload.getBytes(UTF_8));
    }
}
