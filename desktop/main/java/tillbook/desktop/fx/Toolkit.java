package tillbook.desktop.fx;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** Whether this machine can show a window, and the start of what draws it. Used by the thread that starts the program. */
public final class Toolkit {
    private Toolkit() {}

    /**
     * Whether there is a screen to show a window on.
     *
     * @param environment of the process; on Linux it names the display
     * @param system name of the operating system, as {@code os.name}
     */
    public static boolean hasDisplay(Map<String, String> environment, String system) {
        if (!system.startsWith("Linux")) return !system.isEmpty();
        return isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    /** Starts it. Empty if it runs, else why it cannot: a sentence of the library's, for an engineer. */
    public static Optional<String> start() {
        CountDownLatch running = new CountDownLatch(1);
        try {
            Platform.startup(running::countDown);
            Platform.setImplicitExit(false);
            running.await();
            return Optional.empty();
        } catch (UnsupportedOperationException | IllegalStateException | LinkageError cannot) {
            return Optional.of(String.valueOf(cannot.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        } catch (RuntimeException cannot) {
            // The library wraps what its native part says into exceptions of many kinds.
            return Optional.of(cannot.toString());
        }
    }

    /** Ends it; no window can be shown any more. */
    public static void stop() {
        Platform.exit();
    }
}
