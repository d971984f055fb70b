package tillbook.desktop.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Another process of this very program: same Java, same classes. Its lines are read as they come; what it says on standard
 * error comes among them. Owned by one thread.
 */
public final class Child implements AutoCloseable {
    private static final String MAIN = "tillbook.desktop.Main";
    private static final String END = "\u0000end";

    private final Process process;
    private final Writer in;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    /** Came before something that was awaited beside it. Owned by the thread that waits. */
    private final Deque<String> kept = new ArrayDeque<>();

    private Child(Process process, Consumer<String> heard) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        Thread.ofPlatform().daemon().name("child-" + process.pid()).start(() -> read(heard));
    }

    /**
     * Starts one.
     *
     * @param environment beside this process's own
     * @param heard gets each line as it comes, on another thread
     * @throws IOException if this Java cannot be started again
     */
    public static Child start(Map<String, String> environment, Consumer<String> heard, List<String> arguments)
            throws IOException {
        return start(environment, heard, List.of(), MAIN, arguments);
    }

    /** The same with another main class, and with more options for its Java. */
    static Child start(
            Map<String, String> environment,
            Consumer<String> heard,
            List<String> options,
            String main,
            List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dstdin.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(main);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Child(builder.start(), heard);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Types a line. A process that is gone hears nothing, which its end tells. */
    public void type(String line) {
        try {
            in.write(line + "\n");
            in.flush();
        } catch (IOException gone) {
            lines.add(END);
        }
    }

    /** The next line that fits; those before it are passed over. Empty if it ended or the time did. */
    public Optional<String> await(Predicate<String> fits, Duration within) throws InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        while (true) {
            String line = next(until);
            if (line == null || line.equals(END)) return Optional.empty();
            if (fits.test(line)) return Optional.of(line);
        }
    }

    /** As {@link #await}, but what came before it is not passed over: it is for the one who waits next. */
    public Optional<String> awaitBeside(Predicate<String> fits, Duration within) throws InterruptedException {
        long until = System.nanoTime() + within.toNanos();
        List<String> before = new ArrayList<>();
        Optional<String> found = Optional.empty();
        String line = next(until);
        while (line != null && found.isEmpty()) {
            if (fits.test(line)) found = Optional.of(line);
            else before.add(line);
            boolean over = found.isPresent() || line.equals(END);
            line = over ? null : next(until);
        }
        before.reversed().forEach(kept::addFirst);
        return found;
    }

    private @Nullable String next(long until) throws InterruptedException {
        if (!kept.isEmpty()) return kept.removeFirst();
        return lines.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** As a power cut or {@code kill -9} would end it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /**
     * Waits for its end.
     *
     * @return its exit code, empty if it has not ended in time
     */
    public Optional<Integer> end(Duration within) throws InterruptedException {
        boolean ended = process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        return ended ? Optional.of(process.exitValue()) : Optional.empty();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it, if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void read(Consumer<String> heard) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                heard.accept(line);
                lines.add(line);
            }
        } catch (IOException killed) {
            // The end of a process that was killed.
        }
        lines.add(END);
    }
}
