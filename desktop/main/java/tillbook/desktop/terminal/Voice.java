package tillbook.desktop.terminal;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tillbook.journal.Json;

/**
 * Puts sayings out: sentences as lines, or one JSON object a line. Owned by the face's thread.
 */
final class Voice {
    private final Consumer<String> out;
    private final boolean json;
    private boolean gone;

    /** {@code out} gets whole lines without their end; it throws {@link UncheckedIOException} when it is gone. */
    Voice(Consumer<String> out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Says it, or nothing any more once the output is gone: the register must still be closed in good order. */
    void say(Saying saying) {
        if (gone) return;
        try {
            if (json) out.accept(Json.mapper().writeValueAsString(object(saying)));
            else saying.lines().forEach(line -> out.accept(withoutControls(line)));
        } catch (UncheckedIOException e) {
            gone = true;
        }
    }

    private static Map<String, Object> object(Saying saying) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", saying.type());
        object.putAll(saying.fields());
        object.put("text", String.join("\n", saying.lines()));
        return object;
    }

    /** A name from a file or a provider's sentence must not be able to command the screen. */
    private static String withoutControls(String line) {
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}
