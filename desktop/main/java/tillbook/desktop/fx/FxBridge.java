package tillbook.desktop.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The only way onto the drawing thread. Whoever hands something over goes on at once. Safe from any thread.
 */
public final class FxBridge {
    private FxBridge() {}

    /** Does this on the drawing thread, after what was handed over before. For what a person did; never in a loop. */
    public static void later(Runnable work) {
        Platform.runLater(work);
    }

    /** Does this now if this is the drawing thread, else {@link #later}. */
    public static void soon(Runnable work) {
        if (Platform.isFxApplicationThread()) work.run();
        else later(work);
    }

    /**
     * Carries pictures of a state to the drawing thread. However many come while it draws, at most one waits: the newest,
     * which holds all that the others held.
     */
    public static final class Newest<T> {
        private final AtomicReference<@Nullable T> waiting = new AtomicReference<>();
        private final Consumer<T> sink;

        /** A way for pictures to {@code sink}, which is called on the drawing thread. */
        public Newest(Consumer<T> sink) {
            this.sink = sink;
        }

        /** Hands over a picture, from one thread at a time; the one that was waiting is forgotten. */
        public void offer(T picture) {
            if (waiting.getAndSet(picture) == null) later(this::deliver);
        }

        private void deliver() {
            T newest = waiting.getAndSet(null);
            if (newest != null) sink.accept(newest);
        }
    }
}
