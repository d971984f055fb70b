package tillbook.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * {@code ./tillbook bench}: measures what is promised about speed, each figure beside another one of the same run, and
 * writes them to a file. A missed goal is a figure like any other: the exit code is 1 only if something could not be
 * measured. Files are made beside the report, not in the system's folder for temporary files, which often is in memory.
 *
 * <p>Used by one thread.
 */
public final class Bench {
    private static final int WRONG_USE = 2;
    private static final int SALES = 200_000;
    private static final int SALES_QUICK = 20_000;
    private static final List<Benchmark> OWN = List.of(
            new DurableStep(),
            new SaleJournalling(),
            new RebuildSpeed(),
            new StartAfterKill(),
            new JournalLookUp(),
            new GoodsLookUp(),
            new ReceiptEncoding(),
            new StormSpeed());
    /** The window's benchmarks know the window, which we do not; they are found where they are on the class path. */
    private static final List<Benchmark> ALL = Stream.concat(
                    OWN.stream(), ServiceLoader.load(Benchmark.class).stream().map(ServiceLoader.Provider::get))
            .toList();

    private final Options options;
    private final Path out;
    private final PrintStream said;

    private Bench(Options options, Path out, PrintStream said) {
        this.options = options;
        this.out = out;
        this.said = said;
    }

    public static void main(String[] arguments) throws IOException {
        // SQLite's driver looks for a logger that we do not have, and would say so.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    /** The whole program but its end. */
    static int run(List<String> arguments, PrintStream said, PrintStream problems) throws IOException {
        try {
            Options options =
                    Options.read(arguments, ALL.stream().map(Benchmark::name).toList());
            Path named = options.out();
            Path out = named == null ? Project.root().resolve("target/bench/bench.md") : named;
            return new Bench(options, out, said).run(problems);
        } catch (IllegalArgumentException e) {
            problems.println(e.getMessage());
            return WRONG_USE;
        }
    }

    private int run(PrintStream problems) throws IOException {
        Path beside = Files.createDirectories(out.toAbsolutePath().getParent());
        Path folder = Files.createTempDirectory(beside, "run-");
        Thread sweep = new Thread(() -> remove(folder), "sweep");
        Runtime.getRuntime().addShutdownHook(sweep);
        Report report = new Report(options.quick(), MachineFacts.of(folder));
        GeneratedShop shop = new GeneratedShop(folder.resolve("shop"), options.quick() ? SALES_QUICK : SALES);
        for (Benchmark benchmark : ALL) {
            String only = options.only();
            if (only == null || only.equals(benchmark.name())) measure(benchmark, folder, shop, report, problems);
        }
        remove(folder);
        Runtime.getRuntime().removeShutdownHook(sweep);
        report.write(out);
        said.println(out + "\n" + Report.json(out));
        return report.failures().isEmpty() ? 0 : 1;
    }

    private void measure(Benchmark benchmark, Path folder, GeneratedShop shop, Report report, PrintStream problems) {
        try {
            List<Row> rows = benchmark.run(new Benchmark.Setting(folder, shop, options.quick()));
            rows.forEach(row -> {
                report.add(row);
                said.println(Report.lines(row));
            });
        } catch (Benchmark.NotHere e) {
            report.skipped(benchmark.name(), e);
            said.println(benchmark.name() + " is left out here: " + e.getMessage());
        } catch (Exception e) {
            report.failed(benchmark.name(), e);
            problems.println(benchmark.name() + " could not be measured: " + e + "\n" + kept(benchmark, e));
        }
    }

    /** The stack trace goes to a file. */
    private Path kept(Benchmark benchmark, Exception e) {
        Path file = out.resolveSibling(benchmark.name() + "-failed.txt");
        try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
            e.printStackTrace(writer);
        } catch (IOException notKept) {
            e.addSuppressed(notKept);
        }
        return file;
    }

    /** What cannot be removed is left: it lies beside the report and is named after this. */
    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            return;
        }
    }
}
