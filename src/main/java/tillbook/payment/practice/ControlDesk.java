package tillbook.payment.practice;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The control endpoints, by which another process switches troubles and reads the book: {@code GET}, {@code POST},
 * {@code DELETE /practice/trouble}, {@code DELETE /practice/trouble/counted} (leaves what lasts until it is ended), {@code GET /practice/book} and
 * {@code POST /practice/confirm} (whoever is to confirm on the phone does). Safe from any thread.
 */
final class ControlDesk {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private final TradeDesk trades;
    private final TroubleBoard troubles;
    private final PracticeTime time;

    ControlDesk(TradeDesk trades, TroubleBoard troubles, PracticeTime time) {
        this.trades = trades;
        this.troubles = troubles;
        this.time = time;
    }

    HttpSay answer(HttpAsk ask) {
        return switch (ask.method() + " " + ask.path()) {
            case "GET /practice/book" -> HttpSay.json(200, book());
            case "POST /practice/confirm" -> {
                trades.confirm();
                yield HttpSay.json(200, book());
            }
            case "GET /practice/trouble" -> HttpSay.json(200, active());
            case "POST /practice/trouble" -> switchOn(ask.body());
            case "DELETE /practice/trouble" -> {
                troubles.clear();
                yield HttpSay.json(200, active());
            }
            case "DELETE /practice/trouble/counted" -> {
                troubles.clearCounted();
                yield HttpSay.json(200, active());
            }
            default -> problem(404, "there are /gateway.do, /practice/trouble, /practice/confirm and /practice/book");
        };
    }

    private HttpSay switchOn(String body) {
        try {
            troubles.add(rule(body));
            return HttpSay.json(200, active());
        } catch (JacksonException e) {
            return problem(400, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return problem(400, String.valueOf(e.getMessage()));
        }
    }

    /** The trouble's own fields, plus {@code call} (pay, query, cancel; all if absent) and {@code times} (1 if absent). */
    private static TroubleRule rule(String body) {
        if (!(JSON.readTree(body) instanceof ObjectNode fields))
            throw new IllegalArgumentException("send a JSON object");
        JsonNode call = fields.remove("call");
        JsonNode times = fields.remove("times");
        Trouble trouble = JSON.treeToValue(fields, Trouble.class);
        return new TroubleRule(trouble, calls(call == null ? "" : call.asString()), times == null ? 1 : times.asInt());
    }

    private static Set<Call> calls(String name) {
        if (name.isEmpty()) return EnumSet.allOf(Call.class);
        for (Call each : Call.values()) {
            if (name.equals(each.name().toLowerCase(Locale.ROOT))) return EnumSet.of(each);
        }
        throw new IllegalArgumentException("call is pay, query or cancel, not " + name);
    }

    private String active() {
        ObjectNode node = JSON.createObjectNode();
        ArrayNode active = node.putArray("active");
        for (TroubleRule rule : troubles.active()) {
            ObjectNode one = (ObjectNode) JSON.<JsonNode>valueToTree(rule.trouble());
            one.set("calls", JSON.valueToTree(rule.calls()));
            active.add(one.put("times", rule.times()));
        }
        return node.toString();
    }

    private String book() {
        List<BookEntry> entries = trades.entries();
        ObjectNode node = JSON.createObjectNode();
        node.put("now", time.now().toString());
        node.put("takenFen", entries.stream().mapToLong(BookEntry::takenFen).sum());
        node.put(
                "returnedFen",
                entries.stream().mapToLong(BookEntry::returnedFen).sum());
        node.put("openTrades", trades.openTrades());
        node.set("entries", JSON.valueToTree(entries));
        return node.toString();
    }

    private static HttpSay problem(int status, String sentence) {
        return HttpSay.json(
                status, JSON.createObjectNode().put("problem", sentence).toString());
    }
}
