package tillbook.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Proves that the years do not slow a start: from the command to the sentence that a cashier may scan, with hundreds of
 * thousands of sales on the tape, beside a register that has hardly sold. Both are real processes that were killed
 * (SIGKILL) while selling. The full one owes a voucher for nearly every sale, as a shop without a printer does, and its
 * last segment is nearly full. It would lie with a segment that had just begun, or on data that was closed in good order;
 * files are in the system's memory on both sides, so a start after a power cut also waits for the disk.
 */
final class StartAfterKill implements Benchmark {
    private static final double LATER_MAX_MS = 1_000;
    private static final String PRACTICE_MILK = "2000000000022";

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        Side full = new Side(setting.shop().home(), setting.at("full.err"));
        Side empty = new Side(Files.createDirectories(setting.at("empty")), setting.at("empty.err"));
        setting.shop().makeSearchable();
        RegisterProcess.build(Project.launcher());
        Turns turns = Turns.measured(1, setting.either(5, 11), 1, full::startSellAndKill, empty::startSellAndKill);
        double laterMs = turns.differenceMs();
        return List.of(new Row(
                name(),
                String.format(
                        Locale.ROOT,
                        "to ready after kill -9, %,d sales",
                        setting.shop().sales()),
                turns.candidate(),
                "with an empty journal",
                turns.beside(),
                turns.ratio(),
                "≤ 1 s later than empty",
                Verdict.of(laterMs <= LATER_MAX_MS),
                String.format(
                        Locale.ROOT,
                        "%.0f ms later, %,d vouchers owed; processor time %.2f s against %.2f s",
                        laterMs,
                        full.vouchersOwed(),
                        full.processorSeconds(),
                        empty.processorSeconds())));
    }

    /** One of the two registers. */
    private static final class Side {
        private final Path launcher = Project.launcher();
        private final Path home;
        private final Path errors;
        private final List<RegisterProcess.Ready> starts = new ArrayList<>();

        Side(Path home, Path errors) {
            this.home = home;
            this.errors = errors;
        }

        long startSellAndKill() throws IOException {
            try (RegisterProcess register = new RegisterProcess(launcher, home, errors)) {
                RegisterProcess.Ready ready = register.awaitReady();
                starts.add(ready);
                register.type(PRACTICE_MILK, "line");
                register.type("cash 10000", "paid");
                return ready.nanos();
            }
        }

        long vouchersOwed() {
            return starts.getLast().vouchersOwed();
        }

        double processorSeconds() {
            // The first start of a side does not count; it makes the goods.
            double[] ms = starts.stream()
                    .skip(1)
                    .mapToDouble(RegisterProcess.Ready::processorMs)
                    .toArray();
            return Figure.median(ms) / 1e3;
        }
    }
}
