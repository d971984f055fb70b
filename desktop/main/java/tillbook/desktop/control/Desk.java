package tillbook.desktop.control;

import java.util.function.Consumer;

/** Whoever can answer a request. Safe from any thread unless it says otherwise. */
@FunctionalInterface
public interface Desk {
    /**
     * Answers line by line.
     *
     * @param out takes each line; throws {@link java.io.UncheckedIOException} if nobody reads any more
     * @return the exit code of the command that asked
     */
    int answer(Request request, Consumer<Answer> out);
}
