package tillbook.desktop.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code goods import | find}. */
@Command(name = "goods")
final class GoodsCommand extends Group {
    GoodsCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    List<Callable<Integer>> commands(Invocation invocation) {
        return List.of(new Import(invocation), new Find(invocation));
    }

    /** {@code goods import}. */
    @Command(name = "import")
    static final class Import implements Callable<Integer> {
        private final Invocation invocation;

        @Parameters(paramLabel = "FILE", descriptionKey = "file")
        private Path file = Path.of("");

        Import(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            return new Asking(invocation, "goods import")
                    .with("file", file.toAbsolutePath())
                    .tell();
        }
    }

    /** {@code goods find}. */
    @Command(name = "find")
    static final class Find implements Callable<Integer> {
        private final Invocation invocation;

        @Parameters(arity = "1..*", paramLabel = "WORDS", descriptionKey = "words")
        private List<String> words = List.of();

        Find(Invocation invocation) {
            this.invocation = invocation;
        }

        @Override
        public Integer call() throws IOException {
            return new Asking(invocation, "goods find")
                    .with("words", String.join(" ", words))
                    .tell();
        }
    }
}
