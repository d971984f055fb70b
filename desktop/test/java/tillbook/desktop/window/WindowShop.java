package tillbook.desktop.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.SnapshotFeed;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.sound.Device;
import tillbook.desktop.till.Opening;
import tillbook.desktop.till.Till;
import tillbook.desktop.till.TillClock;
import tillbook.desktop.till.TillOptions;
import tillbook.register.RegisterState;
import tillbook.register.Reply;
import tillbook.settings.Machine;
import tillbook.settings.Mode;

/** A practice shop in a folder of its own, with a real till, a real provider in this process and a window over them. */
public final class WindowShop implements AutoCloseable {
    /** What the program itself did wrong. */
    public final List<Throwable> faults = new CopyOnWriteArrayList<>();

    final CompletableFuture<Reply.Done> closed = new CompletableFuture<>();
    /** Time between keys, moved on by whoever types: a slow machine makes no scanner a person. */
    final AtomicLong keyNanos = new AtomicLong();

    /** How often it was heard. */
    final AtomicInteger heard = new AtomicInteger();

    /** The first file that somebody wanted to see, null before; from the second on there is no program for it. */
    final AtomicReference<@Nullable Path> opensFiles = new AtomicReference<>();

    private final Device speaker = new Device() {
        @Override
        public void play(byte[] samples) {
            heard.incrementAndGet();
        }

        @Override
        public void close() {}
    };

    /** The register's and the practice provider's, which stands still while a test wants a payment to stay as it is. */
    final ShopTime time;

    /** The shop's register. */
    public final Till till;

    private final SnapshotFeed feed;
    private final LongSupplier monotonicMs;

    private WindowShop(Till till, SnapshotFeed feed, ShopTime time) {
        this.till = till;
        this.feed = feed;
        this.time = time;
        this.monotonicMs = time::monotonicMs;
    }

    /** Opens the shop; {@code speed} makes its time run faster than the world's. */
    public static WindowShop open(Path home, int speed) {
        ShopTime time = new ShopTime(speed);
        TillClock clock = TillClock.of(time, time::monotonicMs, speed);
        AtomicReference<SnapshotFeed> feed = new AtomicReference<>();
        AtomicReference<WindowShop> shop = new AtomicReference<>();
        LongSupplier monotonicMs = clock.monotonicMs();
        Opening opening = Till.open(
                options(home, clock),
                state -> {
                    feed.set(new SnapshotFeed(state, monotonicMs));
                    return feed.get();
                },
                fault -> {
                    WindowShop opened = shop.get();
                    if (opened != null) opened.faults.add(fault);
                    return "F1";
                });
        if (!(opening instanceof Opening.Opened(Till till))) throw new AssertionError(opening.toString());
        shop.set(new WindowShop(till, feed.get(), time));
        return shop.get();
    }

    private static TillOptions options(Path home, TillClock clock) {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("user.home", home.toString());
        system.setProperty("user.name", "test");
        Machine machine =
                Machine.of(Map.of("TILLBOOK_HOME", home.resolve("data").toString()), system);
        return new TillOptions(machine, Mode.PRACTICE, "register", "0.1.0", clock);
    }

    /** Its window; on the drawing thread. */
    public CheckoutWindow show(Stage stage, Locale language, Theme theme) {
        return show(new FirstWindow(stage, theme, keyNanos::get), language, theme);
    }

    /** The same in a window that is on the screen already. */
    CheckoutWindow show(FirstWindow first, Locale language, Theme theme) {
        return CheckoutWindow.open(
                first,
                till,
                new CheckoutWindow.Helpers(
                        feed,
                        language,
                        theme,
                        monotonicMs,
                        keyNanos::get,
                        this::fault,
                        speaker,
                        file -> opensFiles.compareAndSet(null, file),
                        closed::complete));
    }

    private String fault(Throwable fault) {
        faults.add(fault);
        return "F" + faults.size();
    }

    /** Of its register, now. */
    public RegisterState state() {
        return till.register().state();
    }

    @Override
    public void close() throws IOException {
        time.goesOn();
        till.close();
    }
}
