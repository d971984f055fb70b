package tillbook.desktop.terminal;

import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * Lines of input, some of which wait: {@code ~text} gives nothing, but holds the input back until the terminal has said
 * the text.
 */
final class ScriptReader extends Reader {
    private static final long WAIT_S = 60;

    private final Deque<String> lines;
    private final StringBuilder said = new StringBuilder();

    ScriptReader(String... lines) {
        this.lines = new ArrayDeque<>(Arrays.asList(lines));
    }

    void said(String line) {
        synchronized (said) {
            said.append(line).append('\n');
            said.notifyAll();
        }
    }

    @Override
    public int read(char[] buffer, int from, int length) {
        while (!lines.isEmpty() && lines.peek().startsWith("~"))
            await(lines.remove().substring(1));
        if (lines.isEmpty()) return -1;
        String line = lines.remove() + "\n";
        line.getChars(0, line.length(), buffer, from);
        return line.length();
    }

    /** Gives up after a minute; the assertions of the test then say what is missing. */
    private void await(String text) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WAIT_S);
        synchronized (said) {
            while (said.indexOf(text) < 0 && System.nanoTime() < until) {
                try {
                    said.wait(1_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    @Override
    public void close() {}
}
