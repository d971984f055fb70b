package tillbook.desktop.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;

/**
 * Reads a command line and runs what it names. A wrong line is answered with one sentence and {@link
 * ExitCode#WRONG_USE}, a failure with one sentence and {@link ExitCode#BROKEN}. Used by the thread that starts the
 * program.
 */
public final class CommandTree {
    private CommandTree() {}

    /** Runs a command line to its end and returns the exit code; nothing in here ends the process. */
    public static int run(Surroundings surroundings, String... args) {
        Locale locale = LanguageChoice.localeOf(args, surroundings.machineLocale());
        Optional<GlobalOptions> register = GlobalOptions.ofTheRegisterAlone(args);
        if (register.isPresent()) return register(new Invocation(surroundings, register.get(), locale));
        return of(surroundings, locale, Commands::all).execute(args);
    }

    /** What is started each morning needs no command line read, which would take a good part of the start. */
    private static int register(Invocation invocation) {
        try {
            return new RegisterRun(invocation).run();
        } catch (RuntimeException problem) {
            return new Failure(Messages.of(invocation.locale()))
                    .tell(problem, invocation.surroundings().err());
        }
    }

    /** The whole tree, as it speaks in one language. */
    static CommandLine of(
            Surroundings surroundings, Locale locale, Function<Invocation, List<Callable<Integer>>> commands) {
        Messages messages = Messages.of(locale);
        GlobalOptions options = new GlobalOptions();
        Invocation invocation = new Invocation(surroundings, options, locale);
        CommandLine line = new CommandLine(new TillbookCommand(invocation)).addMixin("global", options);
        commands.apply(invocation).forEach(command -> hang(line, command));
        line.getCommandSpec().version("Tillbook " + Version.text());
        return line.setResourceBundle(messages.bundle())
                .registerConverter(LanguageChoice.class, new LanguageChoice.Converter())
                .setExpandAtFiles(false)
                .setOut(surroundings.out())
                .setErr(surroundings.err())
                .setParameterExceptionHandler(new WrongUse(messages))
                .setExecutionExceptionHandler(new Failure(messages));
    }

    private static void hang(CommandLine parent, Callable<Integer> command) {
        CommandLine line = new CommandLine(command);
        if (command instanceof Group group) group.commands().forEach(below -> hang(line, below));
        parent.addSubcommand(line);
    }
}
