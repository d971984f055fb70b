package tillbook.desktop.command;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code receipt NUMBER}. */
@Command(name = "receipt")
final class ReceiptCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NUMBER", descriptionKey = "number")
    private String number = "";

    ReceiptCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException {
        return new Asking(invocation, "receipt").with("number", number).tell();
    }
}
