package tillbook.care;

import java.util.function.Consumer;

/**
 * The last line of defence: an error that nobody caught, on any thread, becomes one message with a code and a way on,
 * and its whole story goes to the log. Nothing in here throws. Safe from any thread.
 */
public final class Uncaught implements Thread.UncaughtExceptionHandler {
    private static final System.Logger LOG = System.getLogger("tillbook.care");

    private final Consumer<Fault> shown;

    private final Runnable end;

    Uncaught(Consumer<Fault> shown, Runnable end) {
        this.shown = shown;
        this.end = end;
    }

    /**
     * Installs it for every thread that has no handler of its own.
     *
     * @param shown brings the message to the person; called on the thread that failed, must not block
     * @param end ends the program at once; called when a thread ended for want of memory: a register without one of its
     *     threads is half alive, and a start goes on where it stopped
     */
    public static Uncaught install(Consumer<Fault> shown, Runnable end) {
        Uncaught handler = new Uncaught(shown, end);
        Thread.setDefaultUncaughtExceptionHandler(handler);
        return handler;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        try {
            report(thrown, thread.getName(), Fault.Kind.ENDED, shown);
        } finally {
            // Telling it takes memory, too.
            if (thrown instanceof OutOfMemoryError) end.run();
        }
    }

    /**
     * Notes a fault that somebody caught, where the work goes on.
     *
     * @param where the work that failed, for the message
     * @return the fault with its code
     */
    public static Fault note(Throwable thrown, String where) {
        report(thrown, where, Fault.Kind.GOES_ON, _ -> {});
        return Fault.of(thrown, where, Fault.Kind.GOES_ON);
    }

    /** Logs and shows one fault, whatever happens on the way. */
    static void report(Throwable thrown, String where, Fault.Kind kind, Consumer<Fault> shown) {
        Fault fault = Fault.of(thrown, where, kind);
        try {
            LOG.log(System.Logger.Level.ERROR, fault.code() + " on " + where + " (" + kind + ")", thrown);
        } catch (Throwable logFailed) {
            // The message still reaches the person; there is nobody left to tell about the log.
        }
        try {
            shown.accept(fault);
        } catch (Throwable showFailed) {
            tryLog(fault, showFailed);
        }
    }

    private static void tryLog(Fault fault, Throwable showFailed) {
        try {
            LOG.log(System.Logger.Level.ERROR, fault.code() + " could not be shown", showFailed);
        } catch (Throwable nothingWorks) {
            // Both ways are closed, and the thread that failed must not fail again here.
        }
    }
}
