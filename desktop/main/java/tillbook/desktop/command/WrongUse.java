package tillbook.desktop.command;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MaxValuesExceededException;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what is wrong with a command line and where the help is. Immutable. */
final class WrongUse implements IParameterExceptionHandler {
    private final Messages messages;

    WrongUse(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        String command = problem.getCommandLine().getCommandSpec().qualifiedName();
        String line = messages.text("wrong.line", oneLine(sentence(problem)), command);
        problem.getCommandLine().getErr().println(line);
        return ExitCode.WRONG_USE;
    }

    private String sentence(ParameterException problem) {
        return switch (problem) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case MissingParameterException missing -> messages.text("wrong.missing", names(missing.getMissing()));
            case OverwrittenOptionException twice -> messages.text("wrong.twice", name(twice.getOverwritten()));
            case MaxValuesExceededException _ -> messages.text("wrong.other", reason(problem));
            default -> value(problem);
        };
    }

    private String unmatched(UnmatchedArgumentException problem) {
        String first = problem.getUnmatched().getFirst();
        String said = messages.text(first.startsWith("-") ? "wrong.option" : "wrong.argument", first);
        List<String> near = problem.getSuggestions();
        return near.isEmpty() ? said : messages.text("wrong.near", said, near.getFirst());
    }

    private String value(ParameterException problem) {
        ArgSpec argument = problem.getArgSpec();
        String value = problem.getValue();
        return argument == null || value == null
                ? messages.text("wrong.other", reason(problem))
                : messages.text("wrong.value", name(argument), value, argument.paramLabel());
    }

    private static String names(List<ArgSpec> missing) {
        return missing.stream().map(WrongUse::form).collect(Collectors.joining(", "));
    }

    private static String form(ArgSpec argument) {
        return argument instanceof OptionSpec ? name(argument) + "=" + argument.paramLabel() : name(argument);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** The library's own words, English, for the rare case that has none of ours. */
    private static String reason(ParameterException problem) {
        @Nullable String message = problem.getMessage();
        return message == null ? problem.getClass().getSimpleName() : message;
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
