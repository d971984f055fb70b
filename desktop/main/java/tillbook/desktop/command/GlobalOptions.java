package tillbook.desktop.command;

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
