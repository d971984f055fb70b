package tillbook.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tillbook.journal.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What was typed and said, for people in {@code transcript.txt} and for scripts in {@code transcript.jsonl}. Safe from any thread. */
final class Transcript implements AutoCloseable {
    private final Writer plain;
    private final Writer lines;
    private final Consumer<String> shown;
    private final boolean json;

    /** {@code shown} gets every line as it comes: JSON if {@code json}, else words. */
    Transcript(Path folder, Consumer<String> shown, boolean json) throws IOException {
        this.plain = Files.newBufferedWriter(folder.resolve("transcript.txt"), StandardCharsets.UTF_8);
        this.lines = Files.newBufferedWriter(folder.resolve("transcript.jsonl"), StandardCharsets.UTF_8);
        this.shown = shown;
        this.json = json;
    }

    /** A heading of the demonstration itself. */
    void step(String sentence) {
        note("step", "", "\n== " + sentence);
    }

    void typed(String line) {
        note("typed", "", "> " + line);
    }

    void remark(String sentence) {
        note("remark", "", sentence);
    }

    /** A line of a child: JSON with a text, or plain. */
    void said(String who, String line) {
        note("said", line, who + "  " + text(line).replace("\n", "\n" + " ".repeat(who.length() + 2)));
    }

    private static String text(String line) {
        try {
            JsonNode node = Json.mapper().readTree(line);
            return node.path("text").isString() ? node.path("text").stringValue() : line;
        } catch (JacksonException plainText) {
            return line;
        }
    }

    private synchronized void note(String type, String raw, String words) {
        try {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("type", type);
            object.put("text", words.strip());
            if (!raw.isEmpty()) object.put("line", raw);
            String asJson = Json.mapper().writeValueAsString(object);
            lines.write(asJson + "\n");
            plain.write(words + "\n");
            shown.accept(json ? asJson : words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        plain.close();
        lines.close();
    }
}
