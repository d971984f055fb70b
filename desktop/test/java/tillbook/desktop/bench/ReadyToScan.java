package tillbook.desktop.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tillbook.bench.Benchmark;
import tillbook.bench.Project;
import tillbook.bench.Row;
import tillbook.bench.Turns;
import tillbook.bench.Verdict;

/**
 * Proves that a cashier who starts the program soon scans: from the command to the scan field that has the focus in a
 * shown window, beside a bare window with one field, started by the same Java with the same options. Both on a display of
 * our own in memory. It would lie if the practice goods were taken over meanwhile, so the first start does not count; or
 * if only one of the two had a cache of loaded classes.
 */
public final class ReadyToScan implements Benchmark {
    /** What both say, on whichever of the two ways out. */
    static final String READY = "The window is open: scan.";

    private static final double RATIO_MAX = 2.0;
    private static final double RATIO_CACHED_MAX = 1.6;
    private static final long WITHIN_S = 120;
    private static final long GOODBYE_WITHIN_S = 15;

    @Override
    public String name() {
        return "ready-to-scan";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        Path xvfb = xvfb();
        if (xvfb == null) throw new NotHere("it needs Xvfb: sudo apt-get install -y xvfb");
        Process server = new ProcessBuilder(
                        xvfb.toString(), "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = server.inputReader()) {
            String number = said.readLine();
            if (number == null) throw new IOException("Xvfb did not start");
            return new Starts(setting, ":" + number.strip()).rows();
        } finally {
            server.destroy();
            server.onExit().join();
        }
    }

    private static @Nullable Path xvfb() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "Xvfb"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** All starts on one display. */
    private final class Starts {
        private final Setting setting;
        private final String display;
        private final Path jar;
        private final Path cache;

        Starts(Setting setting, String display) throws IOException {
            this.setting = setting;
            this.display = display;
            this.jar = jar(setting.at("bare.jar"));
            this.cache = setting.at("bare.aot");
        }

        List<Row> rows() throws Exception {
            Path launcher = Project.launcher();
            run(List.of(launcher.toString(), "--version"), Map.of(), false);
            List<Row> rows = new ArrayList<>();
            rows.add(row("without the cache", RATIO_MAX, turns(Map.of("TILLBOOK_CACHE", "none"), List.of())));
            if (!Files.exists(Project.root().resolve("desktop/target/app/start.aot"))) return rows;
            run(bare(List.of("-XX:AOTCacheOutput=" + cache)), Map.of(), true);
            List<String> cached = List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr");
            rows.add(row("with the cache", RATIO_CACHED_MAX, turns(Map.of(), cached)));
            return rows;
        }

        private Turns turns(Map<String, String> environment, List<String> bareOptions) throws Exception {
            List<String> register = List.of(Project.launcher().toString(), "--practice", "--lang=en");
            return Turns.measured(
                    1,
                    setting.either(3, 9),
                    1,
                    () -> run(register, environment, true),
                    () -> run(bare(bareOptions), Map.of(), true));
        }

        /** Java as this one was started, which the launcher starts as it starts the register. */
        private List<String> bare(List<String> more) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(option -> !option.startsWith("-Dglass.") && !option.startsWith("-Dprism."))
                    .forEach(command::add);
            command.addAll(more);
            command.addAll(List.of("-cp", jar.toString(), BareWindow.class.getName()));
            return command;
        }

        /** Starts this, waits until it is ready or, if it has no window, until it ended; ns. */
        private long run(List<String> command, Map<String, String> environment, boolean window) throws Exception {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("TILLBOOK_HOME", setting.at(name()).toString());
            builder.environment().put("DISPLAY", display);
            builder.environment().remove("WAYLAND_DISPLAY");
            builder.environment().putAll(environment);
            long from = System.nanoTime();
            Process process = builder.start();
            CompletableFuture.delayedExecutor(WITHIN_S, TimeUnit.SECONDS).execute(process::destroyForcibly);
            try (BufferedReader said = process.inputReader()) {
                long nanos = window ? untilReady(said, from) : 0;
                // The bare window ends with its input, the register is told to end; both in good order.
                process.getOutputStream().close();
                if (command.contains("--practice")) process.toHandle().destroy();
                said.transferTo(Writer.nullWriter());
                return nanos;
            } finally {
                if (!process.waitFor(GOODBYE_WITHIN_S, TimeUnit.SECONDS)) process.destroyForcibly();
            }
        }

        private static long untilReady(BufferedReader said, long from) throws IOException {
            List<String> lines = new ArrayList<>();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(READY)) return System.nanoTime() - from;
                lines.add(line);
            }
            throw new IOException("it ended before it was ready: " + lines);
        }
    }

    /** A cache is kept of jars alone, so the one class comes in one. */
    private static Path jar(Path file) throws IOException {
        String entry = BareWindow.class.getName().replace('.', '/') + ".class";
        try (InputStream in = ReadyToScan.class.getResourceAsStream("/" + entry);
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(file))) {
            if (in == null) throw new IOException("not found: " + entry);
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
        }
        return file;
    }

    private Row row(String how, double most, Turns turns) {
        return new Row(
                name(),
                "./tillbook to the focused scan field, " + how,
                turns.candidate(),
                "a bare window with one field, likewise",
                turns.beside(),
                turns.ratio(),
                String.format(Locale.ROOT, "at most %.1f times", most),
                Verdict.of(turns.ratio() <= most),
                "");
    }
}
