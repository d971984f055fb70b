package tillbook.hardware.mock;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What it takes to run scenarios on the mock bus: the bridge, compiled with gcc, umockdev around it, and a JVM below it.
 * Owned by one thread.
 */
public final class MockMachine {
    static final String PACKAGES = "umockdev libumockdev-dev gcc libc6-dev pkg-config";

    private static final long COMPILE_S = 120;
    private static final long SCENARIOS_S = 480;
    private static final int LOG_CHARS_SHOWN = 4_000;

    private final Path folder;

    /** Keeps its files in this folder. */
    public MockMachine(Path folder) {
        this.folder = folder;
    }

    /** What this machine lacks, and the remedy; empty if nothing. */
    public static String missing() {
        boolean isLinux = System.getProperty("os.name", "").startsWith("Linux");
        if (!isLinux) return "The mock USB bus needs Linux.";
        boolean complete = isCommand("umockdev-wrapper")
                && isCommand("gcc")
                && isCommand("pkg-config")
                && isDone(List.of("pkg-config", "--exists", "umockdev-1.0"));
        return complete ? "" : "USB is not tested here: sudo apt-get install -y " + PACKAGES;
    }

    private static boolean isCommand(String name) {
        for (String path : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(path, name))) return true;
        }
        return false;
    }

    private static boolean isDone(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(COMPILE_S, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What became of each scenario: empty, or what went wrong. */
    public Map<String, String> run(List<Class<?>> scenarios) throws IOException, InterruptedException {
        Path report = folder.resolve("report");
        List<String> arguments = new ArrayList<>(List.of(report.toString()));
        scenarios.forEach(scenario -> arguments.add(scenario.getName()));
        run(MockSuite.class.getName(), arguments);
        Map<String, String> outcomes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(report)) {
            String[] parts = line.split("\t", 2);
            outcomes.put(parts[0], parts[1].replace('\u000b', '\n'));
        }
        return outcomes;
    }

    /** Runs a program in a JVM on the mock bus, to its good end. */
    void run(String mainClass, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "umockdev-wrapper",
                compiledBridge().toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-ea",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                mainClass));
        command.addAll(arguments);
        run(command, SCENARIOS_S);
    }

    private Path compiledBridge() throws IOException, InterruptedException {
        Path source = folder.resolve("bridge.c");
        Path bridge = folder.resolve("bridge");
        try (InputStream code = MockMachine.class.getResourceAsStream("bridge.c")) {
            if (code == null) throw new IOException("bridge.c is no part of these tests: build them again");
            Files.copy(code, source);
        }
        String gcc = "gcc -O1 -Wall -o '%s' '%s' $(pkg-config --cflags --libs umockdev-1.0)".formatted(bridge, source);
        run(List.of("sh", "-c", gcc), COMPILE_S);
        return bridge;
    }

    private void run(List<String> command, long limitS) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(limitS, TimeUnit.SECONDS);
        if (!ended) process.descendants().forEach(ProcessHandle::destroyForcibly);
        if (!ended) process.destroyForcibly();
        if (ended && process.exitValue() == 0) return;
        String said = Files.readString(log);
        String how = ended ? "ended with " + process.exitValue() : "did not end in " + limitS + " s";
        throw new IOException(
                command.getFirst() + " " + how + ":\n" + said.substring(Math.max(0, said.length() - LOG_CHARS_SHOWN)));
    }
}
