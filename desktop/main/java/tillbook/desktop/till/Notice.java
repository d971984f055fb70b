package tillbook.desktop.till;

import java.util.List;
import java.util.Locale;
import tillbook.text.Texts;

/**
 * Something the people at the register should know though it opened. Immutable.
 *
 * @param code the fault catalogue's where it has one, for {@code --json}
 * @param key of the sentence
 * @param args of the sentence
 */
public record Notice(String code, String key, List<String> args) {
    public Notice {
        args = List.copyOf(args);
    }

    static Notice of(String code, String key, Object... args) {
        return new Notice(
                code, key, java.util.Arrays.stream(args).map(Object::toString).toList());
    }

    /** What is so, and what to do where something is to be done. */
    public String sentence(Locale locale) {
        return Texts.of("desktop.till", locale).text("notice." + key, args.toArray());
    }
}
