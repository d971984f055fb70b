package tillbook.desktop.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tillbook} without a command: the register itself. */
@Command(name = TillbookCommand.NAME)
final class TillbookCommand implements Callable<Integer> {
    static final String NAME = "tillbook";

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            descriptionKey = "version")
    @SuppressWarnings("UnusedVariable") // Acted upon by the library.
    private boolean version;

    private final Invocation invocation;

    TillbookCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return new RegisterRun(invocation).run();
    }
}
