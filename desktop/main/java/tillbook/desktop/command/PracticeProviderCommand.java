package tillbook.desktop.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tillbook.desktop.till.TillClock;
import tillbook.payment.practice.PracticeKeys;
import tillbook.payment.practice.PracticeOptions;
import tillbook.payment.practice.PracticeProvider;

/** {@code practice-provider}: the provider to practise on, in a process of its own. */
@Command(name = "practice-provider")
final class PracticeProviderCommand implements Callable<Integer> {
    private static final int PORT_MAX = 65_535;

    private final Invocation invocation;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", descriptionKey = "port")
    private int port;

    @Option(names = "--book", paramLabel = "FILE", required = true, descriptionKey = "book")
    private Path book = Path.of("");

    @Option(names = "--keys", paramLabel = "DIR", required = true, descriptionKey = "keys")
    private Path keys = Path.of("");

    PracticeProviderCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > PORT_MAX) {
            String sentence = Messages.of(invocation.locale()).text("printer.port", port);
            return new Teller(invocation).refuse("PORT", List.of(sentence), ExitCode.WRONG_USE);
        }
        Optional<TillClock> clock = Opens.clock(invocation);
        if (clock.isEmpty()) return ExitCode.WRONG_USE;
        PracticeKeys pairs = PracticeKeys.in(keys);
        PracticeOptions options = new PracticeOptions(
                port,
                Optional.of(book),
                pairs.register().getPublic(),
                pairs.provider().getPrivate(),
                clock.get().practiceTime());
        try {
            PracticeProvider.run(options, stream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.DONE;
    }

    private PrintStream stream() {
        OutputStream out = new OutputStream() {
            @Override
            public void write(int b) {
                invocation.surroundings().out().write(b);
                if (b == '\n') invocation.surroundings().out().flush();
            }
        };
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }
}
