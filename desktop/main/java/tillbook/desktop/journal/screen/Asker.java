package tillbook.desktop.journal.screen;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.fx.FxBridge;
import tillbook.journal.JournalEntry;
import tillbook.journal.search.JournalQuery;
import tillbook.journal.search.JournalSearch;
import tillbook.journal.search.JournalSearchException;
import tillbook.journal.search.Page;
import tillbook.journal.search.SaleStory;
import tillbook.journal.search.SearchProblem;
import tillbook.sale.ReceiptNumber;

/**
 * Asks the journal beside the drawing thread. Of several wishes of a kind only the newest is asked, so that at most one
 * list, one case and one look whether the copy has caught up wait. Its methods are called on the drawing thread, and what
 * was found is told there.
 */
final class Asker implements AutoCloseable {
    /** A sale that was just made is found at once if the copy follows within this. */
    private static final Duration SOON = Duration.ofMillis(200);

    /** How often a copy that lags or fails is looked at, ms. */
    private static final long LOOK_MS = 500;

    private final ScheduledThreadPoolExecutor work = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("journal-screen").daemon().factory());
    private final Ledger ledger;
    private final Consumer<Found> told;
    private final AtomicReference<@Nullable JournalQuery> listing = new AtomicReference<>();
    private final AtomicReference<@Nullable ReceiptNumber> opening = new AtomicReference<>();
    private final AtomicBoolean following = new AtomicBoolean();

    Asker(Ledger ledger, Consumer<Found> told) {
        this.ledger = ledger;
        this.told = told;
        work.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** Sales that fit. */
    void list(JournalQuery query) {
        if (listing.getAndSet(query) == null) run(this::lists);
    }

    /** Everything known of one sale. */
    void open(ReceiptNumber receipt) {
        if (opening.getAndSet(receipt) == null) run(this::opens);
    }

    private void run(Runnable what) {
        try {
            work.execute(() -> guarded(what));
        } catch (RejectedExecutionException ended) {
            // The screen is closed, and nobody looks any more.
        }
    }

    /** A fault of the program ends this one wish, not the screen. */
    private void guarded(Runnable what) {
        try {
            what.run();
        } catch (JournalSearchException e) {
            tell(new Found.Silent(e.problem()));
            follow();
        } catch (RuntimeException fault) {
            tell(new Found.Fault(ledger.faults().note(fault)));
        }
    }

    private void lists() {
        boolean current = catchesUp(SOON);
        JournalQuery query = listing.getAndSet(null);
        if (query == null) return;
        Optional<JournalSearch> copy = ledger.search().get();
        if (copy.isEmpty()) {
            tell(new Found.Silent(ledger.problem().get().orElse(null)));
        } else {
            Page page = copy.get().find(query);
            // An answer to what nobody asks any more is not shown.
            if (listing.get() == null) tell(new Found.Listed(query, page, current));
        }
        if (!current || copy.isEmpty()) follow();
    }

    private void opens() {
        boolean current = catchesUp(SOON);
        ReceiptNumber receipt = opening.getAndSet(null);
        if (receipt == null) return;
        List<JournalEntry> records = ledger.records().apply(receipt);
        Optional<JournalSearch> copy = ledger.search().get();
        SearchProblem why = ledger.problem().get().orElse(null);
        Optional<SaleStory> story = Optional.empty();
        try {
            story = copy.flatMap(one -> one.sale(receipt));
        } catch (JournalSearchException e) {
            copy = Optional.empty();
            why = e.problem();
        }
        tell(new Found.Told(receipt, story, records, copy.isEmpty(), why));
        if (!current || copy.isEmpty()) follow();
    }

    /** Looks again and again until the copy has caught up, or the screen is closed. */
    private void follow() {
        if (following.getAndSet(true)) return;
        try {
            Future<?> _ = work.schedule(() -> guarded(this::looks), LOOK_MS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException ended) {
            following.set(false);
        }
    }

    private void looks() {
        following.set(false);
        if (catchesUp(Duration.ZERO) && ledger.search().get().isPresent()) tell(new Found.CaughtUp());
        else follow();
    }

    private boolean catchesUp(Duration time) {
        try {
            return ledger.catchesUp().within(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void tell(Found found) {
        FxBridge.later(() -> told.accept(found));
    }

    @Override
    public void close() {
        work.shutdownNow();
    }
}
