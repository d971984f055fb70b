package tillbook.desktop.window;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.stage.Stage;
import tillbook.care.Uncaught;
import tillbook.desktop.checkout.screen.SnapshotFeed;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.till.Till;
import tillbook.register.RegisterState;
import tillbook.register.Reply;

/** The window from its opening to its end, for the thread that started the program. */
public final class WindowRun {
    private final Till till;
    private final SnapshotFeed feed;
    private final LongSupplier monotonicMs;
    private final Locale language;
    private final Runnable ready;
    private boolean saidReady;

    /**
     * A run over an open register.
     *
     * @param feed the register's listener
     * @param monotonicMs the clock of {@code feed}
     * @param ready called once, on the drawing thread, when the scan field has the focus in a shown window
     */
    public WindowRun(Till till, SnapshotFeed feed, LongSupplier monotonicMs, Locale language, Runnable ready) {
        this.till = till;
        this.feed = feed;
        this.monotonicMs = monotonicMs;
        this.language = language;
        this.ready = ready;
    }

    /** Shows the window and waits for its end. Gives the state in which the register said goodbye. */
    public RegisterState untilClosed() throws InterruptedException {
        CompletableFuture<Reply.Done> closed = new CompletableFuture<>();
        // JavaFX's own controls, and the choice of the font, follow the default.
        Locale.setDefault(language);
        FxBridge.later(() -> {
            try {
                open(closed);
            } catch (RuntimeException | Error cannot) {
                closed.completeExceptionally(cannot);
            }
        });
        try {
            return closed.get().state();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be opened: start with --no-window", e.getCause());
        }
    }

    private void open(CompletableFuture<Reply.Done> closed) {
        Theme theme = Theme.everywhere(till.settings().window().dark() ? Look.DARK : Look.LIGHT);
        CheckoutWindow window = CheckoutWindow.open(
                new Stage(),
                till,
                new CheckoutWindow.Helpers(
                        feed,
                        language,
                        theme,
                        monotonicMs,
                        System::nanoTime,
                        thrown -> Uncaught.note(thrown, "window").code(),
                        closed::complete));
        whenFocused(window.checkout().home().focusedProperty());
    }

    private void whenFocused(ReadOnlyBooleanProperty focused) {
        focused.subscribe(now -> {
            if (now && !saidReady) {
                saidReady = true;
                ready.run();
            }
        });
    }
}
