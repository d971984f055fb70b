package tillbook.settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.text.Texts;

/**
 * The questions of a first setting up, one after the other, each answer checked before the next question comes. It knows
 * neither terminal nor window: whoever drives it shows {@link #question()} and hands in the reply. Nothing is
 * written before the last answer; {@link #outcome()} is then put into {@link SettingsFile#change} and {@link KeyVault}.
 * Immutable, each reply makes the next wizard.
 */
public final class SettingsWizard {
    private final Mode mode;
    private final Path folder;
    private final Map<Question, String> answers;

    private SettingsWizard(Mode mode, Path folder, Map<Question, String> answers) {
        this.mode = mode;
        this.folder = folder;
        this.answers = answers;
    }

    /** Before the first question. */
    public static SettingsWizard begin(DataFolder folder) {
        return new SettingsWizard(folder.mode(), folder.path(), new EnumMap<>(Question.class));
    }

    /** What is asked, in this order. */
    public enum Question {
        LANGUAGE(Field.LANGUAGE),
        SHOP_NAME(Field.SHOP_NAME),
        SHOP_BRANCH(Field.SHOP_BRANCH),
        REGISTER(Field.SHOP_REGISTER),
        CASHIER(Field.SHOP_CASHIER),
        ALIPAY(Field.ALIPAY_ENABLED),
        ALIPAY_APP_ID(Field.ALIPAY_APP_ID),
        ALIPAY_PUBLIC_KEY(Field.ALIPAY_PUBLIC_KEY),
        /** The app's private key: the name of its file, or {@code new}. It never becomes a setting. */
        PRIVATE_KEY(null),
        LIMIT(Field.LIMITS_MAX),
        BACKUP(Field.BACKUP_FOLDER);

        private final @Nullable Field field;

        Question(@Nullable Field field) {
            this.field = field;
        }

        private boolean isOfProvider() {
            return this == ALIPAY_APP_ID || this == ALIPAY_PUBLIC_KEY || this == PRIVATE_KEY;
        }

        /** The question in words. */
        public String sentence(Locale locale) {
            return Texts.of("settings", locale).text("ask." + this);
        }
    }

    /** What a reply came to. */
    public sealed interface Step {
        /** Taken; the wizard with the next question, or with none left. */
        record Next(SettingsWizard wizard) implements Step {}

        /** Not taken; the same question again, with the reason and a way out. */
        record Again(Problem problem) implements Step {}
    }

    /**
     * All that was answered.
     *
     * @param values for {@link SettingsFile#change}
     * @param privateKey the file to import; null to make a new pair, or where no provider was chosen
     * @param newKey whether a new pair is to be made
     */
    public record Outcome(
            Map<Field, String> values, @Nullable Path privateKey, boolean newKey) {
        public Outcome {
            values = Map.copyOf(values);
        }
    }

    /** The question that waits for a reply; empty when all are answered. */
    public Optional<Question> question() {
        return questions().stream().filter(q -> !answers.containsKey(q)).findFirst();
    }

    /** What an empty reply means, for the screen to propose. */
    public String usual(Question question) {
        if (question == Question.PRIVATE_KEY) return "new";
        Field field = question.field;
        return field == null ? "" : field.usual(mode);
    }

    /** Answers the waiting question. An empty reply takes the proposal. */
    public Step reply(String typed) {
        Question question = question().orElseThrow(() -> new IllegalStateException("all questions are answered"));
        String text = typed.strip();
        String value = meaning(question, text.isEmpty() ? usual(question) : text);
        Optional<Problem> problem = check(question, value);
        if (problem.isPresent()) return new Step.Again(problem.get());
        Map<Question, String> more = new EnumMap<>(Question.class);
        more.putAll(answers);
        more.put(question, value);
        return new Step.Next(new SettingsWizard(mode, folder, more));
    }

    /** One question back; the same wizard where it is the first. */
    public SettingsWizard back() {
        List<Question> given = questions().stream().filter(answers::containsKey).toList();
        Map<Question, String> fewer = new EnumMap<>(Question.class);
        fewer.putAll(answers);
        if (!given.isEmpty()) fewer.remove(given.getLast());
        return new SettingsWizard(mode, folder, fewer);
    }

    /** Everything answered, empty while a question waits. */
    public Optional<Outcome> outcome() {
        if (question().isPresent()) return Optional.empty();
        Map<Field, String> values = new EnumMap<>(Field.class);
        answers.forEach((question, value) -> {
            if (question.field != null && questions().contains(question)) values.put(question.field, value);
        });
        String key = wantsProvider() ? answers.get(Question.PRIVATE_KEY) : null;
        boolean isNew = "new".equals(key);
        return Optional.of(new Outcome(values, key == null || isNew ? null : folder.resolve(key), isNew));
    }

    private List<Question> questions() {
        List<Question> asked = new ArrayList<>(Arrays.asList(Question.values()));
        if (!wantsProvider()) asked.removeIf(Question::isOfProvider);
        return asked;
    }

    private boolean wantsProvider() {
        return "true".equals(answers.get(Question.ALIPAY));
    }

    private static String meaning(Question question, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        return switch (question) {
            case ALIPAY ->
                switch (word) {
                    case "y", "yes", "是" -> "true";
                    case "n", "no", "否" -> "false";
                    default -> word;
                };
            case LANGUAGE ->
                switch (word) {
                    case "zh", "zh-cn", "中文" -> "zh-CN";
                    case "english" -> "en";
                    default -> word;
                };
            case PRIVATE_KEY -> word.equals("new") || word.equals("新") ? "new" : text;
            default -> text;
        };
    }

    private Optional<Problem> check(Question question, String value) {
        boolean needed = question.isOfProvider() || (question == Question.SHOP_NAME && mode == Mode.LIVE);
        if (needed && value.isEmpty()) return problem(question, Problem.Code.REQUIRED);
        if (question == Question.PRIVATE_KEY) return checkKeyFile(value);
        Field field = question.field;
        if (field == null) return Optional.empty();
        Optional<Form.Fault> fault = field.form().fault(value);
        if (fault.isEmpty() && question == Question.ALIPAY_PUBLIC_KEY)
            fault = switch (PublicKeyText.read(value, folder)) {
                case PublicKeyText.Found.Key key -> Optional.empty();
                case PublicKeyText.Found.Wrong(Form.Fault wrong) -> Optional.of(wrong);
            };
        return fault.map(f -> new Problem(f.code(), 0, 0, field.path(), f.args()));
    }

    private Optional<Problem> checkKeyFile(String value) {
        if (value.equals("new")) return Optional.empty();
        try {
            if (Files.isReadable(folder.resolve(value)) && Files.isRegularFile(folder.resolve(value)))
                return Optional.empty();
        } catch (InvalidPathException e) {
            // Not even a name of a file: the same answer as for a file that is not there.
        }
        return problem(Question.PRIVATE_KEY, Problem.Code.KEY_FILE_MISSING, Form.shown(value));
    }

    private static Optional<Problem> problem(Question question, Problem.Code code, String... args) {
        String name = question.field == null ? "" : question.field.path();
        return Optional.of(new Problem(code, 0, 0, name, List.of(args)));
    }
}
