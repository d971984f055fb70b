package tillbook.desktop.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import tillbook.bench.Benchmark;
import tillbook.bench.Figure;
import tillbook.bench.GeneratedShop;
import tillbook.bench.Row;
import tillbook.bench.Verdict;
import tillbook.journal.search.JournalQuery;
import tillbook.journal.search.JournalSearch;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SearchWriter;
import tillbook.register.Intent;
import tillbook.register.RegisterState;

/**
 * Proves that a day's selling leaves nothing behind in the window: what is in use after a full collection, and how many
 * things stand in the scene, at four moments of a long day of sales by code and for cash. Each voucher is settled at once,
 * as by a printer: vouchers that are owed stay in the state by intent. The shop has a past, and all of it was looked
 * through before the first sale, so that the cache of the searchable copy is as large as it may become. It would lie if
 * sales went past the window, so goods and codes come in as scans; or if the first moment came before everything that is
 * loaded once was loaded.
 */
public final class FlatMemory implements Benchmark {
    private static final int MOMENTS = 4;
    private static final double GROWTH_MAX = 0.10;
    private static final double MIB = 1 << 20;
    private static final int SPEED = 100;
    private static final int PAST_SALES = 12_000;
    private static final int PAGE = 500;
    private static final String EGGS = "2000000000015";
    private static final String MILK = "2000000000022";

    /** What was there at one moment. */
    private record Moment(int sales, double mib, int nodes) {}

    @Override
    public String name() {
        return "window-memory";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        int step = setting.either(100, 500);
        Path home = setting.at(name());
        new GeneratedShop(home.resolve("data"), setting.either(PAST_SALES / 10, PAST_SALES)).makeSearchable();
        List<Moment> moments = new ArrayList<>();
        try (MeasuredWindow window = MeasuredWindow.open(home, SPEED, null)) {
            MeasuredWindow.waits("the trade to open", window.shop.till.trade()::isOpen);
            looksThroughThePast(window);
            if (!state(window).basket().isEmpty()) window.does(new Intent.DropBasket());
            for (int sale = 1; sale <= MOMENTS * step; sale++) {
                sell(window, sale);
                if (sale % step == 0) moments.add(moment(window, sale));
            }
        }
        return List.of(row(moments));
    }

    private static void looksThroughThePast(MeasuredWindow window) throws Exception {
        SearchWriter copy = window.shop.till.search();
        MeasuredWindow.waits("the searchable copy", () -> copy.search().isPresent());
        JournalSearch journal = copy.search().orElseThrow();
        long all = journal.find(JournalQuery.newest(1)).total();
        for (int from = 0; from < all; from += PAGE) {
            for (SaleRow sale :
                    journal.find(JournalQuery.newest(1).page(PAGE, from)).rows()) {
                if (journal.sale(sale.receipt()).isEmpty()) throw new IllegalStateException("a sale without a life");
            }
        }
    }

    private static void sell(MeasuredWindow window, int sale) throws Exception {
        scan(window, EGGS, 1);
        scan(window, MILK, 2);
        RegisterState before = state(window);
        if (sale % 2 == 0) MeasuredWindow.onFx(() -> scanned(window, code(sale)));
        else window.does(new Intent.PayCash(tillbook.money.Money.ofFen(50_00)));
        MeasuredWindow.waits("sale " + sale + " to be paid and printed", () -> isOver(before, state(window)));
    }

    /** What the past left open may stay so. */
    private static boolean isOver(RegisterState before, RegisterState now) {
        return now.basket().isEmpty()
                && now.sales().size() <= before.sales().size()
                && now.owed().count() <= before.owed().count();
    }

    private static void scan(MeasuredWindow window, String code, int lines) throws Exception {
        MeasuredWindow.onFx(() -> scanned(window, code));
        MeasuredWindow.waits(
                "line " + lines, () -> state(window).basket().lines().size() == lines);
    }

    private static boolean scanned(MeasuredWindow window, String code) {
        window.scans(code);
        return true;
    }

    /** A payment code that is paid at once, another one for each sale. */
    private static String code(int sale) {
        return String.format(Locale.ROOT, "28%012d8888", sale);
    }

    private static RegisterState state(MeasuredWindow window) {
        return window.shop.state();
    }

    private static Moment moment(MeasuredWindow window, int sale) throws Exception {
        // The scene is counted with the same things in it: a basket of one line.
        scan(window, EGGS, 1);
        MeasuredWindow.waits("one row", () -> window.rows().getItems().size() == 1);
        int nodes = MeasuredWindow.onFx(() -> {
            Parent root = window.scene().getRoot();
            root.applyCss();
            root.layout();
            return count(root);
        });
        window.does(new Intent.DropBasket());
        return new Moment(sale, usedMib(), nodes);
    }

    private static int count(Node node) {
        return node instanceof Parent parent
                ? 1
                        + parent.getChildrenUnmodifiable().stream()
                                .mapToInt(FlatMemory::count)
                                .sum()
                : 1;
    }

    /** Twice, because what waits for its own end is gone only after the second. */
    private static double usedMib() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed() / MIB;
    }

    private Row row(List<Moment> moments) {
        Moment first = moments.getFirst();
        Moment last = moments.getLast();
        double growth = last.mib() / first.mib();
        boolean met = growth <= 1 + GROWTH_MAX && last.nodes() == first.nodes();
        return new Row(
                name(),
                String.format(Locale.ROOT, "heap after a full collection, %,d sales", last.sales()),
                one(last),
                String.format(Locale.ROOT, "after %,d sales", first.sales()),
                one(first),
                growth,
                "at most 10 % more, as many things in the scene",
                Verdict.of(met),
                moments.stream()
                        .map(at -> String.format(
                                Locale.ROOT, "%,d sales: %.1f MiB, %,d nodes", at.sales(), at.mib(), at.nodes()))
                        .collect(Collectors.joining("; ")));
    }

    private static Figure one(Moment moment) {
        return Figure.ofTimes(new double[] {moment.mib()}, "MiB");
    }
}
