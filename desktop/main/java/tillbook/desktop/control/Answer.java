package tillbook.desktop.control;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tillbook.journal.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One line of an answer: the same facts for a script, as fields, and for a person, as text. Immutable.
 *
 * @param fields what JSON shows after {@code type}; values that JSON knows
 * @param text one or more lines in the language that was asked for, empty if a person needs none
 */
public record Answer(String type, Map<String, Object> fields, String text) {
    private static final String EXIT = "exit";
    private static final String TYPE = "type";
    private static final String TEXT = "text";

    /** Puts the answer together field by field; a field without a value is left out. */
    public static Building of(String type) {
        return new Building(type);
    }

    /** The last line of every answer. */
    public static Answer end(int exitCode) {
        return of("end").with(EXIT, exitCode).text("");
    }

    /** The code of the last line, empty for any other. */
    public @Nullable Integer exitCode() {
        return type.equals("end") && fields.get(EXIT) instanceof Number code ? (Integer) code.intValue() : null;
    }

    /** One line of JSON: type, fields, text. */
    public String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(TYPE, type);
        object.putAll(fields);
        if (!text.isEmpty()) object.put(TEXT, text);
        return Json.mapper().writeValueAsString(object);
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @throws IllegalArgumentException if it is no such line
     */
    static Answer parse(String line) {
        try {
            JsonNode node = Json.mapper().readTree(line);
            Map<String, Object> fields = new LinkedHashMap<>();
            node.properties().forEach(entry -> fields.put(entry.getKey(), value(entry.getValue())));
            Object type = fields.remove(TYPE);
            Object text = fields.remove(TEXT);
            if (type == null) throw new IllegalArgumentException("an answer without a type");
            return new Answer(type.toString(), fields, text == null ? "" : text.toString());
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no answer of a register", e);
        }
    }

    private static Object value(JsonNode node) {
        if (node.isString()) return node.stringValue();
        if (node.isBoolean()) return node.booleanValue();
        return node.isIntegralNumber() ? (Object) node.longValue() : node;
    }

    /** An answer on its way. Owned by one thread. */
    public static final class Building {
        private final String type;
        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Building(String type) {
            this.type = type;
        }

        public Building with(String name, @Nullable Object value) {
            if (value != null) fields.put(name, value);
            return this;
        }

        public Answer text(String text) {
            return new Answer(type, fields, text);
        }
    }
}
