package tillbook.desktop.window;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.LongSupplier;
import tillbook.care.Uncaught;
import tillbook.desktop.checkout.screen.SnapshotFeed;
import tillbook.desktop.diagnosis.OpensFiles;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.fx.Look;
import tillbook.desktop.sound.Device;
import tillbook.desktop.till.Till;
import tillbook.register.RegisterState;
import tillbook.register.Reply;

/** The window from its opening to its end, for the thread that started the program. */
public final class WindowRun {
    private final Till till;
    private final SnapshotFeed feed;
    private final LongSupplier monotonicMs;
    private final Locale language;

    /**
     * A run over an open register.
     *
     * @param feed the register's listener
     * @param monotonicMs the clock of {@code feed}
     */
    public WindowRun(Till till, SnapshotFeed feed, LongSupplier monotonicMs, Locale language) {
        this.till = till;
        this.feed = feed;
        this.monotonicMs = monotonicMs;
        this.language = language;
    }

    /** Opens the register in that window and waits for its end. Gives the state in which the register said goodbye. */
    public RegisterState untilClosed(WindowStart start) throws InterruptedException {
        CompletableFuture<Reply.Done> closed = new CompletableFuture<>();
        // JavaFX's own controls, and the choice of the font, follow the default.
        Locale.setDefault(language);
        start.shown()
                .thenAcceptAsync(shown -> open(shown, closed), FxBridge::later)
                .exceptionally(cannot -> {
                    closed.completeExceptionally(cannot);
                    return null;
                });
        try {
            return closed.get().state();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the window could not be opened: start with --no-window", e.getCause());
        }
    }

    /** On the drawing thread. */
    CheckoutWindow open(WindowStart.Shown shown, CompletableFuture<Reply.Done> closed) {
        shown.theme().look().set(till.settings().window().dark() ? Look.DARK : Look.LIGHT);
        return CheckoutWindow.open(
                shown.window(),
                till,
                new CheckoutWindow.Helpers(
                        feed,
                        language,
                        shown.theme(),
                        monotonicMs,
                        System::nanoTime,
                        thrown -> Uncaught.note(thrown, "window").code(),
                        Device.ofThisMachine(),
                        OpensFiles.ofTheDesktop(),
                        closed::complete));
    }
}
