package tillbook.desktop.command;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.control.Answer;
import tillbook.desktop.control.ControlClient;
import tillbook.desktop.control.Request;
import tillbook.settings.DataFolder;

/**
 * Asks the register that runs on the data, or, where none runs, the data itself, under its lock. The answers are the same
 * either way. Used by the thread that runs the command.
 */
final class Asking {
    private final Invocation invocation;
    private final Teller teller;
    private final Map<String, String> args = new LinkedHashMap<>();
    private final String ask;

    Asking(Invocation invocation, String ask) {
        this.invocation = invocation;
        this.teller = new Teller(invocation);
        this.ask = ask;
    }

    Asking with(String name, @Nullable Object value) {
        if (value != null) args.put(name, value.toString());
        return this;
    }

    /** Asks and tells the answer; the exit code of the command. */
    int tell() throws IOException {
        return each(teller::tell);
    }

    /** Asks and hands each line of the answer on, but for errors, which are told. */
    int each(Consumer<Answer> out) throws IOException {
        Request request = new Request(ask, invocation.locale(), args);
        Consumer<Answer> sorted = answer -> {
            if (answer.type().equals("error")) refuse(answer);
            else out.accept(answer);
        };
        DataFolder folder = Opens.folder(invocation);
        OptionalInt exit = ControlClient.ask(folder.socket(), request, sorted);
        return exit.isPresent() ? exit.getAsInt() : new LocalDesk(invocation, folder).answer(request, sorted);
    }

    private void refuse(Answer error) {
        if (invocation.options().json()) teller.tell(error);
        else
            teller.refuse(
                    String.valueOf(error.fields().get("code")),
                    List.of(error.text().split("\n")),
                    0);
    }
}
