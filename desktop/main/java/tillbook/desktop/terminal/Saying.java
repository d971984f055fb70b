package tillbook.desktop.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing the terminal says, in both its forms: sentences for a person, and a type with fields for a script. Immutable.
 *
 * @param type stable name, e.g. {@code paid}
 * @param fields stable names; strings, numbers, booleans, lists and maps of these; none is null
 * @param lines at least one, in the chosen language
 */
record Saying(String type, Map<String, Object> fields, List<String> lines) {
    Saying {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        lines = List.copyOf(lines);
    }

    static Saying of(String type) {
        return new Saying(type, Map.of(), List.of());
    }

    /** With one more field; a null is left out. */
    Saying with(String name, @Nullable Object value) {
        if (value == null) return this;
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Saying(type, more, lines);
    }

    Saying line(String line) {
        return lines(List.of(line));
    }

    Saying lines(List<String> more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(more);
        return new Saying(type, fields, all);
    }
}
