package tillbook.desktop.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tillbook.desktop.control.Answer;
import tillbook.journal.Json;

/** Puts answers and refusals out as a command's caller wants them: sentences, or one JSON object a line. */
final class Teller {
    private final Invocation invocation;

    Teller(Invocation invocation) {
        this.invocation = invocation;
    }

    /** An answer, on standard output. */
    void tell(Answer answer) {
        if (json()) invocation.surroundings().out().println(answer.json());
        else
            answer.text()
                    .lines()
                    .forEach(line -> invocation.surroundings().out().println(harmless(line)));
    }

    /** What is going on beside the answers: with {@code --json} on standard output, else on standard error. */
    void remark(String type, String code, String sentence) {
        if (json()) invocation.surroundings().out().println(object(type, code, sentence));
        else invocation.surroundings().err().println(harmless(sentence));
    }

    /** Why nothing was done, on standard error; scripts get it as an object of type {@code error} on standard output. */
    int refuse(String code, List<String> sentences, int exit) {
        if (json()) invocation.surroundings().out().println(object("error", code, String.join("\n", sentences)));
        else sentences.forEach(sentence -> invocation.surroundings().err().println(harmless(sentence)));
        return exit;
    }

    private boolean json() {
        return invocation.options().json();
    }

    private static String object(String type, String code, String sentence) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", type);
        if (!code.isEmpty()) fields.put("code", code);
        fields.put("text", sentence);
        return Json.mapper().writeValueAsString(fields);
    }

    /** A name from a file must not be able to command the screen. */
    private static String harmless(String line) {
        return line.replaceAll("\\p{Cntrl}", " ");
    }
}
