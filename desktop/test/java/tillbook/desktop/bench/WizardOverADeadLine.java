package tillbook.desktop.bench;

import java.util.ArrayList;
import java.util.List;
import tillbook.bench.Benchmark;
import tillbook.bench.Figure;
import tillbook.bench.Row;
import tillbook.bench.Verdict;
import tillbook.diagnosis.DeadLine;
import tillbook.diagnosis.check.Subject;

/**
 * Proves that a whole examination ends soon where nothing answers and nothing refuses: the provider, the far hosts, the
 * router and the name server, in a network of its own whose packets are all lost. It would lie if a check had found
 * itself not needed, so what each measured is looked at.
 */
public final class WizardOverADeadLine implements Benchmark {
    private static final double MAX_MS = 8_000;

    @Override
    public String name() {
        return "wizard-dead-line";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        List<DeadLine.Examined> all = new ArrayList<>();
        for (int i = 0; i < setting.either(2, 5); i++)
            all.add(DeadLine.examine(setting.at(name()))
                    .orElseThrow(() -> new NotHere("only root on Linux can make a network of its own")));
        for (DeadLine.Examined one : all)
            for (Subject subject : List.of(Subject.LINK, Subject.ADDRESS, Subject.FAR, Subject.NAME))
                if ("notNeeded".equals(one.measured().get(subject)))
                    throw new IllegalStateException(subject + " was not measured");
        Figure took = figure(all.stream().mapToDouble(DeadLine.Examined::tookMs).toArray());
        Figure longest =
                figure(all.stream().mapToDouble(DeadLine.Examined::longestMs).toArray());
        return List.of(new Row(
                name(),
                "sixteen checks, every packet of the line is lost",
                took,
                "the longest time that one of them gives itself",
                longest,
                took.p50() / longest.p50(),
                "under 8 s",
                Verdict.of(took.p99() < MAX_MS),
                "cable, router, name server, far hosts and provider: none answers"));
    }

    private static Figure figure(double[] ms) {
        return Figure.ofTimes(ms, "ms");
    }
}
