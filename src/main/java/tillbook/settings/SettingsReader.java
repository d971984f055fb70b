package tillbook.settings;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.interfaces.RSAPublicKey;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import tillbook.money.Money;
import tillbook.payment.alipay.AlipayConfig;

/**
 * Turns the text of a settings file into {@link Settings}, or into everything that is wrong with it at once: a person
 * who repairs a file wants one list, not one surprise after the other. One reader reads one text.
 */
final class SettingsReader {
    private final TomlParseResult toml;
    private final Mode mode;
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();
    private final Values values = new Values();
    private @Nullable RSAPublicKey publicKey;

    private SettingsReader(String text, Mode mode, Path folder) {
        this.toml = Toml.parse(text);
        this.mode = mode;
        this.folder = folder;
    }

    /**
     * Reads a whole text.
     *
     * @param mode of the data folder the text stands in
     * @param folder for files that the settings name
     */
    static SettingsAnswer read(String text, Mode mode, Path folder) {
        // Editors of Windows put a byte order mark first, which TOML does not know.
        return new SettingsReader(text.startsWith("\ufeff") ? text.substring(1) : text, mode, folder).answer();
    }

    private SettingsAnswer answer() {
        if (toml.hasErrors()) return new SettingsAnswer.Refused(syntaxProblems());
        findUnknownNames();
        for (Field field : Field.values()) readField(field);
        checkModes();
        checkAlipay();
        checkLimits();
        checkShop();
        checkScale();
        checkPrinter();
        checkBackup();
        problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return problems.stream().allMatch(problem -> problem.code().isWarning())
                ? new SettingsAnswer.Ready(values.settings(mode, folder, publicKey), problems)
                : new SettingsAnswer.Refused(problems);
    }

    private List<Problem> syntaxProblems() {
        return toml.errors().stream().map(SyntaxWords::problem).toList();
    }

    /** A mistyped name is an error, not a remark: a limit that is silently not in force costs money. */
    private void findUnknownNames() {
        Set<String> tables = new TreeSet<>();
        for (Field field : Field.values()) if (!field.table().isEmpty()) tables.add(field.table());
        Set<String> reported = new TreeSet<>();
        for (String name : new TreeSet<>(toml.dottedKeySet(true))) {
            int dot = name.indexOf('.');
            String top = dot < 0 ? name : name.substring(0, dot);
            if (tables.contains(name) || Field.named(name).isPresent()) continue;
            boolean insideKnown = dot >= 0 && tables.contains(top);
            String unknown = insideKnown ? name : top;
            if (reported.add(unknown)) reportUnknown(unknown, insideKnown ? fieldNames() : withTop(tables));
        }
        for (String table : tables) {
            if (toml.contains(table) && !toml.isTable(table)) add(Problem.Code.WRONG_KIND, table);
        }
    }

    private void reportUnknown(String name, Set<String> known) {
        NearestName.among(known, name)
                .ifPresentOrElse(
                        nearest -> add(Problem.Code.UNKNOWN_FIELD_LIKE, name, nearest),
                        () -> add(Problem.Code.UNKNOWN_FIELD, name));
    }

    private static Set<String> fieldNames() {
        Set<String> names = new TreeSet<>();
        for (Field field : Field.values()) names.add(field.path());
        return names;
    }

    private static Set<String> withTop(Set<String> tables) {
        Set<String> names = new TreeSet<>(tables);
        names.addAll(fieldNames());
        return names;
    }

    private void readField(Field field) {
        values.put(field, field.usual(mode));
        if (!field.table().isEmpty() && !toml.isTable(field.table())) return;
        Object value = toml.get(field.path());
        if (value == null) return;
        if (field.isList()) {
            readList(field, value);
            return;
        }
        String text = scalar(value);
        if (text == null) {
            add(Problem.Code.WRONG_KIND, field.path());
            return;
        }
        if (holds(field, text)) values.put(field, text);
    }

    private void readList(Field field, Object value) {
        if (!(value instanceof TomlArray list)) {
            add(Problem.Code.WRONG_KIND, field.path());
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            String text = scalar(list.get(i));
            if (text == null) add(Problem.Code.WRONG_KIND, field.path());
            else if (holds(field, text)) values.list(field).add(text);
        }
        if (field.isLines() && list.size() > Settings.Receipt.LINES_MAX) {
            add(Problem.Code.TOO_MANY_LINES, field.path(), Settings.Receipt.LINES_MAX);
        }
    }

    private boolean holds(Field field, String text) {
        var fault = field.form().fault(text);
        fault.ifPresent(found -> add(found, field));
        return fault.isEmpty();
    }

    /** The value as text, whatever type TOML gave it: {@code 1} and {@code "1"} are one register. Null for a list or table. */
    private static @Nullable String scalar(Object value) {
        return switch (value) {
            case String text -> text;
            case Long number -> number.toString();
            case Double number -> Form.plain(number);
            case Boolean flag -> flag.toString();
            case LocalTime time -> time.toString();
            default -> null;
        };
    }

    private void checkModes() {
        if (!values.text(Field.MODE).equals(mode.word())) add(Problem.Code.OTHER_MODE, Field.MODE.path(), mode.word());
        if (!values.flag(Field.ALIPAY_ENABLED)) return;
        URI gateway = values.link(Field.ALIPAY_GATEWAY);
        String host = gateway.getHost().toLowerCase(Locale.ROOT);
        boolean test = host.equals("alipaydev.com") || host.endsWith(".alipaydev.com");
        boolean real = host.equals("openapi.alipay.com");
        if (mode == Mode.LIVE && test) add(Problem.Code.TEST_GATEWAY_IN_LIVE, Field.ALIPAY_GATEWAY.path(), host);
        if (mode == Mode.PRACTICE && real)
            add(Problem.Code.LIVE_GATEWAY_IN_PRACTICE, Field.ALIPAY_GATEWAY.path(), host);
        // Any server that speaks the protocol may stand on this machine, an acquirer's gateway as well as somebody's
        // experiment. The keys prove who answers, so it is allowed, and because nobody forgets it there by
        // intention, it is said at every opening.
        if (mode == Mode.LIVE && AlipayConfig.isOnThisMachine(gateway))
            add(Problem.Code.LOCAL_GATEWAY_IN_LIVE, Field.ALIPAY_GATEWAY.path(), host);
    }

    private void checkAlipay() {
        String key = values.text(Field.ALIPAY_PUBLIC_KEY);
        if (!key.isBlank()) {
            switch (PublicKeyText.read(key, folder)) {
                case PublicKeyText.Found.Key(RSAPublicKey found) -> publicKey = found;
                case PublicKeyText.Found.Wrong(Form.Fault fault) -> add(fault, Field.ALIPAY_PUBLIC_KEY);
            }
        }
        int answerMs = values.number(Field.ALIPAY_ANSWER_TIMEOUT);
        if (answerMs < 10_000 || answerMs > 15_000)
            add(Problem.Code.ANSWER_TIMEOUT_UNUSUAL, Field.ALIPAY_ANSWER_TIMEOUT.path(), answerMs);
        if (!values.flag(Field.ALIPAY_ENABLED)) return;
        require(Field.ALIPAY_APP_ID);
        require(Field.ALIPAY_PUBLIC_KEY);
    }

    private void checkLimits() {
        Money min = values.yuan(Field.LIMITS_MIN);
        Money max = values.yuan(Field.LIMITS_MAX);
        if (min.compareTo(max) > 0)
            add(
                    Problem.Code.LIMITS_CONTRADICT,
                    Field.LIMITS_MIN.path(),
                    min.yuan(),
                    Field.LIMITS_MAX.path(),
                    max.yuan());
    }

    private void checkShop() {
        if (mode == Mode.LIVE) require(Field.SHOP_NAME);
    }

    private void checkScale() {
        for (String rule : values.list(Field.SCALE_RULES)) {
            if (Form.ScaleRules.looksLikeAPayment(rule))
                add(Problem.Code.SCALE_RULE_LIKE_PAYMENT, Field.SCALE_RULES.path(), rule);
        }
    }

    /** Receipts on a practice printer are paper that nobody holds. */
    private void checkPrinter() {
        boolean practice = values.text(Field.PRINTER_ADDRESS).equals(Form.PrinterAddress.PRACTICE);
        if (mode == Mode.LIVE && practice) add(Problem.Code.PRACTICE_PRINTER_IN_LIVE, Field.PRINTER_ADDRESS.path());
    }

    private void checkBackup() {
        String text = values.text(Field.BACKUP_FOLDER);
        if (!isPath(text)) add(Problem.Code.NOT_A_PATH, Field.BACKUP_FOLDER.path(), Form.shown(text));
    }

    private static boolean isPath(String text) {
        try {
            return !Path.of(text).toString().contains("\u0000");
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void require(Field field) {
        boolean alreadyFaulty =
                problems.stream().anyMatch(problem -> problem.field().equals(field.path()));
        if (values.text(field).isBlank() && !alreadyFaulty) add(Problem.Code.REQUIRED, field.path());
    }

    private void add(Form.Fault fault, Field field) {
        add(fault.code(), field.path(), fault.args().toArray());
    }

    private void add(Problem.Code code, String name, Object... args) {
        TomlPosition at = toml.contains(name) ? toml.inputPositionOf(name) : null;
        List<String> words = new ArrayList<>();
        for (Object arg : args) words.add(arg.toString());
        problems.add(new Problem(code, at == null ? 0 : at.line(), at == null ? 0 : at.column(), name, words));
    }
}
