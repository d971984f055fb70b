package tillbook.desktop.window;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.stage.Stage;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.fx.Toolkit;

/**
 * The window on its way to the screen, beside the register that opens meanwhile: whichever is ready first waits for the
 * other. Used by the thread that starts the program.
 */
public final class WindowStart {
    private final CompletableFuture<Optional<String>> drawing = new CompletableFuture<>();
    private final CompletableFuture<Shown> shown = new CompletableFuture<>();
    private final Locale language;
    private final Runnable ready;
    private boolean saidReady;

    /** What stands on the screen; for the drawing thread. */
    record Shown(FirstWindow window, Theme theme) {}

    private WindowStart(Locale language, Runnable ready) {
        this.language = language;
        this.ready = ready;
    }

    /**
     * Begins to show a window, on a thread of its own.
     *
     * @param language as far as it is known without the settings
     * @param ready called once, on the drawing thread, when the scan field has the focus in a shown window
     */
    public static WindowStart begin(Locale language, Runnable ready) {
        WindowStart start = new WindowStart(language, ready);
        Thread.ofPlatform().name("window").daemon().start(start::run);
        return start;
    }

    private void run() {
        try {
            Optional<String> cannot = Toolkit.start();
            if (cannot.isEmpty()) FxBridge.later(this::show);
            drawing.complete(cannot);
        } catch (RuntimeException | Error cannot) {
            drawing.complete(Optional.of(cannot.toString()));
        }
    }

    private void show() {
        try {
            Theme theme = Theme.everywhere(Look.LIGHT);
            FirstWindow window = new FirstWindow(new Stage(), theme, System::nanoTime);
            whenFocused(window.scan().focusedProperty());
            window.show();
            shown.complete(new Shown(window, theme));
            FxBridge.later(() -> window.speaks(language));
        } catch (RuntimeException | Error cannot) {
            shown.completeExceptionally(cannot);
        }
    }

    private void whenFocused(ReadOnlyBooleanProperty focused) {
        focused.subscribe(now -> {
            if (now && !saidReady) {
                saidReady = true;
                ready.run();
            }
        });
    }

    /** Why no window can be drawn on this machine, for an engineer; empty if it can. Waits until that is known. */
    public Optional<String> cannot() {
        return drawing.join();
    }

    /** Waits until it stands on the screen, or until it is known that it cannot. */
    public void awaitShown() {
        if (cannot().isEmpty()) shown.exceptionally(_ -> null).join();
    }

    /** The window, once it is there. Only where there is no reason why it {@link #cannot}. */
    CompletableFuture<Shown> shown() {
        return shown;
    }

    /** Takes the window down, because no register opened. */
    public void leave() {
        FxBridge.later(() -> {
            if (shown.state() == Future.State.SUCCESS)
                shown.resultNow().window().leave();
        });
    }
}
