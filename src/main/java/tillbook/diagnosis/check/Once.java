package tillbook.diagnosis.check;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Something that is found out once for all who ask, on a thread of its own: whoever asks may give up waiting, and a disk
 * that hangs holds nobody else. Safe from any thread.
 */
public final class Once<T> {
    private final FutureTask<T> found;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Nothing is done before somebody asks. */
    public Once(Supplier<T> finder) {
        this.found = new FutureTask<>(finder::get);
    }

    /** What is known already. */
    public static <T> Once<T> of(T known) {
        return new Once<>(() -> known);
    }

    /**
     * Waits until it is found out.
     *
     * @throws InterruptedException if nobody waits for it any more; it goes on for the others
     */
    public T get() throws InterruptedException {
        if (!begun.getAndSet(true)) Thread.ofPlatform().daemon().name("probe").start(found);
        try {
            return found.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe has a fault", e.getCause());
        }
    }

    /** Empty while it is not found out. */
    Optional<T> ifFound() {
        return found.state() == Future.State.SUCCESS ? Optional.of(found.resultNow()) : Optional.empty();
    }
}
