package tillbook.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** The register as a shop starts it: a process of its own, through the launcher, answering in JSON. Used by one thread. */
final class RegisterProcess implements AutoCloseable {
    private static final long ANSWERS_WITHIN_S = 120;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final BufferedReader said;
    private final Writer typed;
    private final Path errors;
    private final long startedNanos = System.nanoTime();

    /**
     * What the register said when a cashier could scan.
     *
     * @param nanos since its start
     * @param processorMs of the process until then, the launcher's included
     */
    record Ready(long nanos, long processorMs, long vouchersOwed) {}

    /** Starts it on the practice data under {@code home}. */
    RegisterProcess(Path launcher, Path home, Path errors) throws IOException {
        this.errors = errors;
        ProcessBuilder builder =
                new ProcessBuilder(launcher.toString(), "--practice", "--no-window", "--json", "--lang=en");
        builder.environment().put("TILLBOOK_HOME", home.toString());
        this.process = builder.redirectError(errors.toFile()).start();
        this.said = process.inputReader();
        this.typed = process.outputWriter();
        // Whoever waits for a line of a process that hangs then reads its end.
        CompletableFuture.delayedExecutor(ANSWERS_WITHIN_S, TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    /** Has the launcher build the register, if anything changed since it last did. */
    static void build(Path launcher) throws IOException {
        Process version = new ProcessBuilder(launcher.toString(), "--version")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (version.onExit().join().exitValue() != 0) throw new IOException("the register cannot be built");
    }

    /** Waits until a cashier could scan. */
    Ready awaitReady() throws IOException {
        String line = await("ready");
        long nanos = System.nanoTime() - startedNanos;
        Duration processor = process.info().totalCpuDuration().orElse(Duration.ZERO);
        long owed = JSON.readTree(line).get("vouchersOwed").asLong();
        return new Ready(nanos, processor.toMillis(), owed);
    }

    /** Types a line and waits for an answer of this type. */
    void type(String line, String answer) throws IOException {
        typed.write(line + "\n");
        typed.flush();
        await(answer);
    }

    private String await(String type) throws IOException {
        String wanted = "{\"type\":\"" + type + "\"";
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(wanted)) return line;
        }
        throw new IOException("the register ended before it said \"" + type + "\": "
                + Files.readString(errors).strip());
    }

    /** SIGKILL: nothing is said, nothing is closed. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
