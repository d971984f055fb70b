package tillbook.desktop.window;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import tillbook.desktop.checkout.screen.SnapshotFeed;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.till.Till;
import tillbook.money.Money;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.register.Reply;

/**
 * Plays a morning in the real window over a practice register, so that a build learns which classes a start needs. For
 * the thread that started the program.
 */
public final class Rehearsal {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final long LOOK_EVERY_MS = 20;
    /** Eggs, the first of the practice goods. */
    private static final String GOODS = "2000000000015";

    private static final String PAYMENT_CODE = "281234567890123456";
    private static final Money NOTE = Money.ofFen(100_00);

    private final Till till;
    private final SnapshotFeed feed;
    private final LongSupplier monotonicMs;

    /** A rehearsal over an open practice register; {@code feed} is its listener. */
    public Rehearsal(Till till, SnapshotFeed feed, LongSupplier monotonicMs) {
        this.till = till;
        this.feed = feed;
        this.monotonicMs = monotonicMs;
    }

    /** Sells by code and for cash, and closes. False if something did not come about in time. */
    public boolean play(WindowStart start) throws InterruptedException {
        Locale language = Locale.SIMPLIFIED_CHINESE;
        Locale.setDefault(language);
        WindowRun run = new WindowRun(till, feed, monotonicMs, language);
        try {
            CheckoutWindow window = start.shown()
                    .thenApplyAsync(shown -> run.open(shown, new CompletableFuture<>()), FxBridge::later)
                    .get(WITHIN.toSeconds(), TimeUnit.SECONDS);
            boolean sold = sellByCode(window) && sellForCash(window);
            FxBridge.later(window::leave);
            return sold && till.register().want(new Intent.CloseRegister()).get() instanceof Reply.Done;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private boolean sellByCode(CheckoutWindow window) throws InterruptedException {
        scan(window, GOODS);
        if (!comesAbout(state -> !state.basket().isEmpty())) return false;
        scan(window, PAYMENT_CODE);
        return comesAbout(state -> state.owed().count() == 1);
    }

    private boolean sellForCash(CheckoutWindow window) throws InterruptedException {
        scan(window, GOODS);
        if (!comesAbout(state -> !state.basket().isEmpty())) return false;
        till.register().want(new Intent.PayCash(NOTE), _ -> {});
        return comesAbout(state -> state.owed().count() == 2);
    }

    private static void scan(CheckoutWindow window, String code) {
        FxBridge.later(() -> window.checkout().scans().accept(code));
    }

    private boolean comesAbout(Predicate<RegisterState> wanted) throws InterruptedException {
        long until = System.nanoTime() + WITHIN.toNanos();
        while (!wanted.test(till.register().state())) {
            if (System.nanoTime() > until) return false;
            Thread.sleep(LOOK_EVERY_MS);
        }
        return true;
    }
}
