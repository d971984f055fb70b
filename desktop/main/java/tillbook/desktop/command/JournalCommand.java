package tillbook.desktop.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tillbook.desktop.control.Answer;

/** {@code journal find | show | verify | export}. */
@Command(name = "journal")
final class JournalCommand extends Group {
    JournalCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    List<Callable<Integer>> commands(Invocation invocation) {
        return List.of(
                new Find(invocation),
                new Show(invocation),
                new Reprint(invocation),
                new Verify(invocation),
                new Export(invocation));
    }

    /** {@code journal find}. */
    @Command(name = "find")
    static final class Find implements Callable<Integer> {
        private final Invocation invocation;

        @Parameters(arity = "0..*", paramLabel = "WORDS", descriptionKey = "words")
        private List<String> words = List.of();

        @Option(names = "--day", paramLabel = "YYYY-MM-DD", descriptionKey = "day")
        private @Nullable String day;

        @Option(names = "--from", paramLabel = "YYYY-MM-DD", descriptionKey = "from")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "YYYY-MM-DD", descriptionKey = "to")
        private @Nullable String to;

        @Option(names = "--amount", paramLabel = "YUAN", descriptionKey = "amount")
        private @Nullable String amount;

        @Option(names = "--item", paramLabel = "NAME", descriptionKey = "item")
        private @Nullable String item;

        @Option(names = "--state", paramLabel = "STATE", descriptionKey = "state")
        private @Nullable String state;

        @Option(names = "--limit", paramLabel = "N", descriptionKey = "limit")
        private @Nullable String limit;

        Find(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            return new Asking(invocation, "journal find")
                    .with("words", String.join(" ", words))
                    .with("day", day)
                    .with("from", from)
                    .with("to", to)
                    .with("amount", amount)
                    .with("item", item)
                    .with("state", state)
                    .with("limit", limit)
                    .tell();
        }
    }

    /** {@code journal show}. */
    @Command(name = "show")
    static final class Show implements Callable<Integer> {
        private final Invocation invocation;

        @Parameters(paramLabel = "NUMBER", descriptionKey = "number")
        private String number = "";

        Show(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            return new Asking(invocation, "journal show").with("number", number).tell();
        }
    }

    /** {@code journal reprint}. */
    @Command(name = "reprint")
    static final class Reprint implements Callable<Integer> {
        private final Invocation invocation;

        @Parameters(paramLabel = "NUMBER", descriptionKey = "number")
        private String number = "";

        Reprint(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            return new Asking(invocation, "journal reprint")
                    .with("number", number)
                    .tell();
        }
    }

    /** {@code journal verify}. */
    @Command(name = "verify")
    static final class Verify implements Callable<Integer> {
        private final Invocation invocation;

        @Option(names = "--all", descriptionKey = "all")
        private boolean all;

        Verify(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            return new Asking(invocation, "journal verify")
                    .with("all", all ? "yes" : null)
                    .tell();
        }
    }

    /** {@code journal export}. */
    @Command(name = "export")
    static final class Export implements Callable<Integer> {
        private final Invocation invocation;

        @Option(
                names = "--csv",
                paramLabel = "sales|lines|attempts",
                arity = "0..1",
                fallbackValue = "sales",
                descriptionKey = "csv")
        private @Nullable String csv;

        @Option(names = "--jsonl", descriptionKey = "jsonl")
        private boolean jsonLines;

        @Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "out")
        private Path out = Path.of("");

        @Option(names = "--from", paramLabel = "YYYY-MM-DD", descriptionKey = "from")
        private @Nullable String from;

        @Option(names = "--to", paramLabel = "YYYY-MM-DD", descriptionKey = "to")
        private @Nullable String to;

        Export(Invocation invocation) {
            this.invocation = invocation;
        }

        /** The file appears whole or not at all. */
        @Override
        public Integer call() throws IOException {
            if (Files.isDirectory(out)) throw new FileAlreadyExistsException(out + " is a folder");
            Path beside = out.resolveSibling(out.getFileName() + ".part");
            int exit = written(beside);
            if (exit == ExitCode.DONE) Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
            else Files.deleteIfExists(beside);
            return exit;
        }

        private int written(Path file) throws IOException {
            Teller teller = new Teller(invocation);
            try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                return new Asking(invocation, "journal export")
                        .with("what", jsonLines ? "events" : csv)
                        .with("bom", jsonLines ? null : "yes")
                        .with("from", from)
                        .with("to", to)
                        .each(answer -> take(answer, writer, teller));
            }
        }

        private static void take(Answer answer, Writer writer, Teller teller) {
            try {
                if (answer.type().equals("chunk")) writer.write(answer.text());
                else teller.tell(answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
