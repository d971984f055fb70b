package tillbook.care;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A loop that no error ends. One turn that fails is reported, and the next turn comes: a register that goes on with one
 * basket broken is better than one that is dead. Turns that fail in a row are slowed down, reported once loudly and then
 * ever more rarely, so that neither the processor nor the log runs away.
 *
 * <p>{@link #run()} belongs to the loop's thread; {@link #stop()} is safe from any.
 */
public final class Guarded implements Runnable {
    /** So many failures in a row are said loudly. */
    public static final int LOUD_AFTER = 5;

    private static final long PAUSE_STEP_MS = 50;
    private static final long PAUSE_MS_MAX = 2_000;

    private final String name;
    private final Turn turn;
    private final Pause pause;
    private final Consumer<Fault> shown;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private long failuresInARow;

    /**
     * A loop, not yet running.
     *
     * @param name of the work, for the message
     * @param turn one turn; may block, and an {@link InterruptedException} from it ends the loop
     * @param pause waits that many milliseconds: {@code Thread::sleep} where time is real
     * @param shown brings a fault to the person; must not block
     */
    public Guarded(String name, Turn turn, Pause pause, Consumer<Fault> shown) {
        this.name = name;
        this.turn = turn;
        this.pause = pause;
        this.shown = shown;
    }

    /** One turn of a loop. */
    @FunctionalInterface
    public interface Turn {
        /** Does one piece of work. Whatever it throws is reported, and the loop goes on. */
        void once() throws Exception;
    }

    /** How the loop waits after a failure. */
    @FunctionalInterface
    public interface Pause {
        void forMs(long ms) throws InterruptedException;
    }

    /** Turns until {@link #stop()} is called or the thread is interrupted. */
    @Override
    public void run() {
        while (!stopped.get()) {
            try {
                if (!turn()) pause.forMs(Math.min(PAUSE_MS_MAX, PAUSE_STEP_MS * failuresInARow));
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** No turn begins after this one. A turn that blocks ends by itself, or by interrupting its thread. */
    public void stop() {
        stopped.set(true);
    }

    /**
     * One turn, for a loop that someone else drives.
     *
     * @return whether it went well
     */
    public boolean turn() throws InterruptedException {
        try {
            turn.once();
            failuresInARow = 0;
            return true;
        } catch (InterruptedException asked) {
            throw asked;
        } catch (Throwable thrown) {
            failuresInARow++;
            if (isTold(failuresInARow)) Uncaught.report(thrown, name, kind(), shown);
            return false;
        }
    }

    /** How many turns failed since the last good one. For the loop's thread. */
    public long failuresInARow() {
        return failuresInARow;
    }

    private Fault.Kind kind() {
        return failuresInARow >= LOUD_AFTER ? Fault.Kind.KEEPS_FAILING : Fault.Kind.GOES_ON;
    }

    /** Each of the first, then every doubling: failure 5, 10, 20, 40 … */
    private static boolean isTold(long failures) {
        if (failures <= LOUD_AFTER) return true;
        return failures % LOUD_AFTER == 0 && Long.bitCount(failures / LOUD_AFTER) == 1;
    }
}
