package tillbook.desktop.terminal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tillbook.register.HeldBasket;

/** Tells which baskets are held. Pure. */
final class HeldReport {
    private HeldReport() {}

    /** The answer to a recall that names none. */
    static Saying which(List<HeldBasket> held, Phrases phrases) {
        return Saying.of("held-baskets")
                .with("held", held.stream().map(HeldReport::fields).toList())
                .line(phrases.text(held.isEmpty() ? "held.none" : "held.which"))
                .lines(held.stream().map(one -> line(one, phrases)).toList());
    }

    static String line(HeldBasket held, Phrases phrases) {
        return phrases.text(
                held.note().isEmpty() ? "held.one" : "held.one.noted",
                held.number(),
                held.basket().lines().size(),
                held.basket().total(),
                phrases.time(held.since()),
                Long.toString(held.number().basket()),
                held.note());
    }

    static Map<String, Object> fields(HeldBasket held) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("held", held.number().text());
        if (!held.note().isEmpty()) fields.put("note", held.note());
        fields.put("lines", held.basket().lines().size());
        fields.put("totalFen", held.basket().total().fen());
        fields.put("sinceMs", held.since());
        return fields;
    }

    /** What all of them come to, fen. */
    static long fen(List<HeldBasket> held) {
        return held.stream().mapToLong(one -> one.basket().total().fen()).sum();
    }
}
