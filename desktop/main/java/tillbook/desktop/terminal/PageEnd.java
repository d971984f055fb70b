package tillbook.desktop.terminal;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import tillbook.printing.engine.PrintOutcome;

/** How a test page ended. Immutable. */
sealed interface PageEnd {
    /** As far as the printer tells. */
    record Printed(PrintOutcome outcome) implements PageEnd {}

    /** Nobody took it: not one byte was sent. */
    record Dropped() implements PageEnd {}

    /** The program failed at it, perhaps in its midst; that was noted. */
    record Failed() implements PageEnd {}

    /** One of the two is there. */
    static PageEnd of(@Nullable PrintOutcome outcome, @Nullable Throwable thrown) {
        if (outcome != null) return new Printed(outcome);
        return thrown instanceof CancellationException ? new Dropped() : new Failed();
    }
}
