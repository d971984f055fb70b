package tillbook.desktop.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tillbook.desktop.demo.Demo;

/** {@code demo --out DIR}. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "out")
    private Path out = Path.of("");

    DemoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (!isFree(out)) {
            String sentence = Messages.of(invocation.locale()).text("demo.notEmpty", out);
            return new Teller(invocation).refuse("NOT_EMPTY", List.of(sentence), ExitCode.NO);
        }
        try {
            boolean agree = Demo.run(
                    out,
                    invocation.locale(),
                    invocation.surroundings().out()::println,
                    invocation.options().json(),
                    invocation.options().windowAllowed());
            return agree ? ExitCode.DONE : ExitCode.NO;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.BROKEN;
        }
    }

    private static boolean isFree(Path folder) throws IOException {
        if (!Files.exists(folder)) return true;
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
