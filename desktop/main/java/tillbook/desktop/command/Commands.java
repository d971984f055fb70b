package tillbook.desktop.command;

import java.util.List;
import java.util.concurrent.Callable;

/**
 * Every command below {@code tillbook}. A new one is a class in this package with {@code @Command(name = "…")} that
 * takes an {@link Invocation} and returns an {@link ExitCode}, one line here, and its texts in both languages under
 * {@code tillbook.<name>.usage.description} and {@code tillbook.<name>.<descriptionKey>}.
 */
final class Commands {
    private Commands() {}

    static List<Callable<Integer>> all(Invocation invocation) {
        return List.of(
                new JournalCommand(invocation),
                new ReceiptCommand(invocation),
                new OpenCommand(invocation),
                new DoctorCommand(invocation),
                new GoodsCommand(invocation),
                new SettingsCommand(invocation),
                new DevicesCommand(invocation),
                new PracticeProviderCommand(invocation),
                new PracticePrinterCommand(invocation),
                new DemoCommand(invocation),
                new RehearseCommand(invocation));
    }
}
