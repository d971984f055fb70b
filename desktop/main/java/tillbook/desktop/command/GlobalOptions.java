package tillbook.desktop.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import tillbook.settings.Mode;

/**
 * The options that every command takes, before or after its name. Filled while the command line is read, by the one
 * thread that starts the program; read by the command afterwards.
 */
@SuppressWarnings("UnusedVariable") // --lang and --help are acted upon by those who read the line.
public final class GlobalOptions {
    private static final String LANG = "--lang=";

    @Option(names = "--lang", paramLabel = "zh-CN|en", descriptionKey = "lang", scope = ScopeType.INHERIT)
    private @Nullable LanguageChoice language;

    @Option(names = "--json", descriptionKey = "json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = "--no-window", descriptionKey = "no-window", scope = ScopeType.INHERIT)
    private boolean noWindow;

    @Option(names = "--practice", descriptionKey = "practice", scope = ScopeType.INHERIT)
    private boolean practice;

    @Option(names = "--live", descriptionKey = "live", scope = ScopeType.INHERIT)
    private boolean live;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help",
            scope = ScopeType.INHERIT)
    private boolean help;

    /**
     * The options of a line that names no command and nothing but the mode and the language, each once at most; empty for
     * every other line, which has to be read in full.
     */
    static Optional<GlobalOptions> ofTheRegisterAlone(String[] args) {
        GlobalOptions options = new GlobalOptions();
        for (String arg : args) if (!options.takes(arg)) return Optional.empty();
        return Optional.of(options);
    }

    private boolean takes(String arg) {
        boolean saidTwice = (arg.equals("--practice") && practice) || (arg.equals("--live") && live);
        practice |= arg.equals("--practice");
        live |= arg.equals("--live");
        if (arg.equals("--practice") || arg.equals("--live")) return !saidTwice;
        if (!arg.startsWith(LANG) || language != null) return false;
        language = LanguageChoice.ofTag(arg.substring(LANG.length())).orElse(null);
        return language != null;
    }

    /** Whether a language was asked for: then the settings have no say in it. */
    public boolean languageIsGiven() {
        return language != null;
    }

    /** Whether answers are one JSON object a line instead of sentences. */
    public boolean json() {
        return json;
    }

    /** The mode that was asked for, null for the usual one. Practice wins where both are asked for. */
    public @Nullable Mode mode() {
        if (practice) return Mode.PRACTICE;
        return live ? Mode.LIVE : null;
    }

    /** Whether a window may be opened where there is a display. */
    public boolean windowAllowed() {
        return !noWindow;
    }
}
