package tillbook.desktop.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code open}: payments being checked and vouchers owed. */
@Command(name = "open")
final class OpenCommand implements Callable<Integer> {
    private final Invocation invocation;

    OpenCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        return new Asking(invocation, "open").tell();
    }
}
