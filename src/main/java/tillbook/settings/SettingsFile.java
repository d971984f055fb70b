package tillbook.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tillbook.text.Texts;

/**
 * {@code settings.toml}: written by the screen and by hand alike. It is read as a whole, every fault at once, and a change
 * touches the changed value only, so that a shop's own comments outlive the settings screen. Nothing is kept in memory: each call reads
 * the file anew. Safe from one thread at a time; the owner of the data folder is the only one who writes.
 */
public final class SettingsFile {
    /** A file longer than this is not a settings file. */
    private static final long BYTES_MAX = 1 << 20;

    private final Path file;
    private final Mode mode;

    /**
     * The file, whether or not it is there yet.
     *
     * @param mode of the folder it lies in
     */
    public SettingsFile(Path file, Mode mode) {
        this.file = file;
        this.mode = mode;
    }

    /** What came of a change. */
    public sealed interface Change {
        /** Written. The file as it now reads: what was wrong in other places before is still in it. */
        record Saved(SettingsAnswer now) implements Change {}

        /** Not written, the file is as it was. */
        record Refused(List<Problem> problems) implements Change {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** Whether someone has written settings at all. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** The file's place. */
    public Path path() {
        return file;
    }

    /** Reads and checks. A file that is not there reads as one in which nothing is set: enough for practice, not for live trade. */
    public SettingsAnswer read() {
        return switch (content()) {
            case Content.Text(String text) -> parse(text);
            case Content.Broken(Problem problem) -> new SettingsAnswer.Refused(List.of(problem));
        };
    }

    /** Checks a text as if it stood in this file. */
    public SettingsAnswer parse(String text) {
        return SettingsReader.read(text, mode, folder());
    }

    /** Writes the commented file with every setting at its usual value, unless there is one already. */
    public Change writeDefault(Language language) {
        if (exists()) return new Change.Saved(read());
        return write(DefaultSettings.text(mode, language));
    }

    /** Sets one value; see {@link #change}. */
    public Change set(Field field, String value) {
        return change(Map.of(field, value));
    }

    /**
     * Sets values that only hold together, such as a provider with its key. Refused if that brings a fault that was not
     * there before; faults in other places do not stop it, or a file with two of them could not be repaired from the
     * screen. The file before it stays as {@code settings.toml.bak}.
     *
     * @param values as a person writes them: yuan as {@code 12.50}, lists with commas
     */
    public Change change(Map<Field, String> values) {
        return switch (content()) {
            case Content.Broken(Problem problem) -> new Change.Refused(List.of(problem));
            case Content.Text(String text) ->
                change(text.isEmpty() ? DefaultSettings.text(mode, language(values)) : text, values);
        };
    }

    private Change change(String before, Map<Field, String> values) {
        String text = before;
        for (Map.Entry<Field, String> entry : values.entrySet()) {
            var changed = TomlText.with(text, entry.getKey(), entry.getValue());
            if (changed.isEmpty()) return new Change.Refused(cannotEdit(text, entry.getKey(), entry.getValue()));
            text = changed.get();
        }
        List<Problem> brought = newFaults(parse(before), parse(text), values);
        return brought.isEmpty() ? write(text) : new Change.Refused(brought);
    }

    private List<Problem> cannotEdit(String text, Field field, String value) {
        List<Problem> reasons = new ArrayList<>();
        field.form().fault(value).ifPresent(f -> reasons.add(new Problem(f.code(), 0, 0, field.path(), f.args())));
        if (reasons.isEmpty() && parse(text) instanceof SettingsAnswer.Refused(List<Problem> problems))
            problems.stream().filter(Problem::isSyntax).forEach(reasons::add);
        if (reasons.isEmpty()) reasons.add(new Problem(Problem.Code.NOT_EDITABLE, 0, 0, field.path(), List.of()));
        return reasons;
    }

    private static List<Problem> newFaults(SettingsAnswer before, SettingsAnswer after, Map<Field, String> values) {
        List<Problem> old = faults(before);
        return faults(after).stream()
                .filter(now -> values.keySet().stream().anyMatch(f -> f.path().equals(now.field()))
                        || old.stream()
                                .noneMatch(was ->
                                        was.code() == now.code() && was.field().equals(now.field())))
                .toList();
    }

    private static List<Problem> faults(SettingsAnswer answer) {
        return switch (answer) {
            case SettingsAnswer.Ready ready -> List.of();
            case SettingsAnswer.Refused(List<Problem> problems) ->
                problems.stream().filter(problem -> !problem.code().isWarning()).toList();
        };
    }

    private Change write(String text) {
        try {
            SafeFile.replace(file, text.getBytes(StandardCharsets.UTF_8), true);
            return new Change.Saved(parse(text));
        } catch (IOException e) {
            return new Change.Refused(List.of(ofFile(Problem.Code.NOT_WRITTEN, reason(e))));
        }
    }

    private static Language language(Map<Field, String> values) {
        return Language.ofTag(values.getOrDefault(Field.LANGUAGE, Language.CHINESE.tag()));
    }

    private sealed interface Content {
        record Text(String text) implements Content {}

        record Broken(Problem problem) implements Content {}
    }

    private Content content() {
        try {
            if (Files.size(file) > BYTES_MAX)
                return new Content.Broken(ofFile(Problem.Code.TOO_LARGE, file.toString()));
            byte[] bytes = Files.readAllBytes(file);
            return new Content.Text(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (NoSuchFileException notThere) {
            return new Content.Text("");
        } catch (CharacterCodingException e) {
            return new Content.Broken(ofFile(Problem.Code.NOT_UTF8, file.toString()));
        } catch (IOException e) {
            return new Content.Broken(ofFile(Problem.Code.UNREADABLE, reason(e)));
        }
    }

    private static Problem ofFile(Problem.Code code, String arg) {
        return new Problem(code, 0, 0, "", List.of(arg));
    }

    private String reason(IOException e) {
        return file + " (" + e.getClass().getSimpleName() + ")";
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    /** The words of a fault for a list in a terminal or on a screen, one a line, in the order of the file. */
    public static List<String> sentences(List<Problem> problems, Locale locale) {
        Texts texts = Texts.of("settings", locale);
        return problems.stream()
                .map(p -> (p.code().isWarning() ? texts.text("warning") : "") + p.sentence(locale))
                .toList();
    }
}
