package tillbook.desktop.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

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

    /** Whether a window may be opened where there is a display. */
    public boolean windowAllowed() {
        return !noWindow;
    }
}
