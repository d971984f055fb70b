package tillbook.desktop.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * The whole program in this process, from the command line on: typed to, and listened to. Strict: what does not come
 * within a minute fails the test and shows everything that was said. One thread uses it.
 */
final class Program implements AutoCloseable {
    private static final long WITHIN_S = 60;

    private final List<String> said = new ArrayList<>();
    private final PipedWriter keyboard = new PipedWriter();
    private final CompletableFuture<Integer> exit = new CompletableFuture<>();
    private int heard;
    private String goodbye = "";

    private Program(Map<String, String> environment, String... args) {
        try {
            BufferedReader in = new BufferedReader(new PipedReader(keyboard, 1 << 16));
            Surroundings surroundings = new Surroundings(
                    in,
                    new PrintWriter(new Ear(), true),
                    new PrintWriter(new Ear(), true),
                    environment,
                    Locale.ENGLISH);
            Thread.ofPlatform()
                    .daemon()
                    .name("program")
                    .start(() -> exit.complete(CommandTree.run(surroundings, args)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a command on the data under {@code home}. */
    static Program start(Path home, Map<String, String> environment, String... args) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("TILLBOOK_HOME", home.resolve("data").toString());
        all.putIfAbsent("XDG_CONFIG_HOME", home.resolve("config").toString());
        return new Program(all, args);
    }

    /** Runs a command to its end; everything it said. */
    static String run(Path home, int expectedExit, String... args) {
        return run(home, Map.of(), expectedExit, args);
    }

    static String run(Path home, Map<String, String> environment, int expectedExit, String... args) {
        try (Program program = start(home, environment, args)) {
            int exit = program.exit();
            if (exit != expectedExit)
                throw new AssertionError("exit " + exit + " of " + List.of(args) + "\n" + program);
            return program.toString();
        }
    }

    void type(String... lines) {
        try {
            for (String line : lines) keyboard.write(line + "\n");
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next line with this in it; lines before it are passed over. */
    String await(String part) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_S);
        synchronized (said) {
            while (true) {
                while (heard < said.size()) {
                    String line = said.get(heard++);
                    if (line.contains(part)) return line;
                }
                long leftMs = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (leftMs <= 0 || exit.isDone()) throw new AssertionError("never said: " + part + "\n" + this);
                waitFor(leftMs);
            }
        }
    }

    /** Waits for something that is not said. */
    static void awaits(String what, Callable<Boolean> seen) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_S);
        try {
            while (!seen.call()) {
                if (System.nanoTime() > until) throw new AssertionError("in vain: " + what);
                LockSupport.parkNanos(1_000_000);
            }
        } catch (Exception e) {
            throw new AssertionError("in vain: " + what, e);
        }
    }

    private void waitFor(long ms) {
        try {
            said.wait(Math.min(ms, 200));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Waits for the end. */
    int exit() {
        try {
            return exit.get(WITHIN_S, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("did not end\n" + this, e);
        }
    }

    /** What is typed when the test is over, to a program that the end of its input does not end. */
    Program endedBy(String word) {
        goodbye = word + "\n";
        return this;
    }

    /** Ends a register in good order. */
    int quit() {
        type("quit");
        return exit();
    }

    /** Everything said so far, on both outputs. */
    @Override
    public String toString() {
        synchronized (said) {
            return String.join("\n", said);
        }
    }

    @Override
    public void close() {
        try {
            if (!exit.isDone()) keyboard.write(goodbye);
            keyboard.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        exit();
    }

    /** Gathers lines. */
    private final class Ear extends Writer {
        private final StringBuilder line = new StringBuilder();

        @Override
        public void write(char[] text, int from, int length) {
            synchronized (said) {
                for (int i = from; i < from + length; i++) {
                    if (text[i] == '\n') {
                        said.add(line.toString());
                        line.setLength(0);
                        said.notifyAll();
                    } else {
                        line.append(text[i]);
                    }
                }
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
