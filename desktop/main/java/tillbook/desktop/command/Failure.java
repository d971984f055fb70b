package tillbook.desktop.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;
import tillbook.care.Redaction;

/**
 * Says in one line that the machine or the program failed. Where it happened goes to a file that only this user can
 * read, because it helps an engineer and nobody else. Neither holds a secret. Immutable.
 */
final class Failure implements IExecutionExceptionHandler {
    private final Messages messages;

    Failure(Messages messages) {
        this.messages = messages;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine line, @Nullable ParseResult parsed) {
        return tell(problem, line.getErr());
    }

    /** The same where no line had to be read. */
    int tell(Exception problem, PrintWriter err) {
        err.println(sentence(problem));
        return ExitCode.BROKEN;
    }

    private String sentence(Exception problem) {
        boolean machine = problem instanceof IOException || problem instanceof UncheckedIOException;
        return messages.text(machine ? "broken.machine" : "broken.program", words(problem), details(problem));
    }

    private static String words(Exception problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank()
                ? problem.getClass().getSimpleName()
                : Redaction.clean(message).replaceAll("\\s+", " ");
    }

    private String details(Exception problem) {
        try {
            Path file = Files.createTempFile("tillbook-fault-", ".txt");
            StringWriter story = new StringWriter();
            problem.printStackTrace(new PrintWriter(story, true));
            Files.writeString(file, Redaction.clean(story.toString()));
            return file.toString();
        } catch (IOException _) {
            return messages.text("broken.noDetails");
        }
    }
}
