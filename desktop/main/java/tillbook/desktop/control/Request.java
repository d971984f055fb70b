package tillbook.desktop.control;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tillbook.journal.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a command asks of a register, running or opened for it. Immutable.
 *
 * @param ask the word: {@code ping}, {@code journal find} …
 * @param language of the texts in the answer
 * @param args by name, as typed
 */
public record Request(String ask, Locale language, Map<String, String> args) {
    public Request {
        args = Map.copyOf(args);
    }

    /** An argument, empty if it was not given. */
    public Optional<String> arg(String name) {
        return Optional.ofNullable(args.get(name));
    }

    String json() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("ask", ask);
        object.put("language", language.toLanguageTag());
        object.put("args", args);
        return Json.mapper().writeValueAsString(object);
    }

    /**
     * Reads a line from the socket.
     *
     * @throws IllegalArgumentException if it is no request; the text says what one looks like
     */
    static Request parse(String line) {
        try {
            JsonNode node = Json.mapper().readTree(line);
            Map<String, String> args = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> arg : node.path("args").properties()) {
                args.put(arg.getKey(), arg.getValue().asString());
            }
            if (!node.path("ask").isString()) throw notARequest();
            Locale language = Locale.forLanguageTag(node.path("language").asString("en"));
            return new Request(node.path("ask").stringValue(), language, args);
        } catch (JacksonException e) {
            throw notARequest();
        }
    }

    private static IllegalArgumentException notARequest() {
        return new IllegalArgumentException(
                "a request is one line of JSON: {\"ask\":\"journal find\",\"language\":\"en\",\"args\":{\"words\":\"\"}}");
    }
}
