package tillbook.desktop.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.GoodsSource;
import tillbook.catalog.ImportAnswer;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.fx.Toolkit;
import tillbook.desktop.window.CheckoutWindow;
import tillbook.desktop.window.WindowShop;
import tillbook.register.Intent;
import tillbook.register.Reply;

/**
 * The checkout's real window over a real practice register in this process, and what happens in it when. Used by one
 * thread, which is not the drawing thread.
 */
final class MeasuredWindow implements AutoCloseable {
    private static final long WITHIN_S = 60;
    private static final long LOOK_EVERY_MS = 2;

    private static @Nullable Theme theme;

    final WindowShop shop;
    final CheckoutWindow window;

    private MeasuredWindow(WindowShop shop, CheckoutWindow window) {
        this.shop = shop;
        this.window = window;
    }

    /** Opens a new shop that knows the goods of this file, null for the practice goods alone. */
    static MeasuredWindow open(Path home, int speed, @Nullable Path goods) throws Exception {
        startDrawing();
        WindowShop shop = WindowShop.open(home, speed);
        if (goods != null && !(shop.till.catalog().importCsv(GoodsSource.of(goods)) instanceof ImportAnswer.Imported)) {
            throw new IOException("the goods were not taken over: " + goods);
        }
        return new MeasuredWindow(shop, onFx(() -> shop.show(new Stage(), Locale.SIMPLIFIED_CHINESE, theme())));
    }

    /** Once in a process; it is left to end with the process. */
    private static void startDrawing() throws IOException {
        if (theme != null) return;
        Optional<String> cannot = Toolkit.start();
        if (cannot.isPresent()) throw new IOException("no window can be drawn: " + cannot.get());
    }

    /** It follows every window there is, so there is one for all. */
    private static Theme theme() {
        Theme one = theme == null ? Theme.everywhere(Look.LIGHT) : theme;
        theme = one;
        return one;
    }

    Scene scene() {
        return window.stage().getScene();
    }

    /** What a scanner reads, on the drawing thread, as a burst of keys ends. */
    void scans(String code) {
        window.checkout().scans().accept(code);
    }

    ListView<?> rows() {
        return (ListView<?>) scene().lookup("#lines");
    }

    /** Has the register do this, and waits until it is durable. */
    void does(Intent intent) throws Exception {
        Reply reply = shop.till.register().want(intent).get(WITHIN_S, TimeUnit.SECONDS);
        if (!(reply instanceof Reply.Done)) throw new IOException("not done: " + intent + ": " + reply);
    }

    /** Waits for what is seen on the drawing thread. */
    static void waits(String what, BooleanSupplier seen) throws Exception {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(WITHIN_S);
        while (!onFx(seen::getAsBoolean)) {
            if (System.nanoTime() > until) throw new TimeoutException("waited in vain for " + what);
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
    }

    /**
     * How long it takes from the beginning of {@code act} on the drawing thread to the end of the layout after which
     * {@code shown} holds, ns. The picture itself follows in the same pulse.
     */
    static long untilLaidOut(Scene scene, Runnable act, BooleanSupplier shown) throws Exception {
        CompletableFuture<Long> laidOut = new CompletableFuture<>();
        Runnable listener = onFx(() -> {
            long[] from = new long[1];
            Runnable ends = () -> {
                long now = System.nanoTime();
                if (shown.getAsBoolean()) laidOut.complete(now - from[0]);
            };
            scene.addPostLayoutPulseListener(ends);
            from[0] = System.nanoTime();
            act.run();
            return ends;
        });
        try {
            return laidOut.get(WITHIN_S, TimeUnit.SECONDS);
        } finally {
            onFx(() -> {
                scene.removePostLayoutPulseListener(listener);
                return true;
            });
        }
    }

    static <T> T onFx(Callable<T> work) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        try {
            return done.get(WITHIN_S, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the window did not do it: " + e.getCause(), e);
        }
    }

    /** Takes the window away and closes the shop. */
    @Override
    public void close() throws IOException {
        CompletableFuture.runAsync(window::leave, Platform::runLater).join();
        shop.close();
        if (!shop.faults.isEmpty()) throw new IOException("the program itself did wrong: " + shop.faults);
    }
}
