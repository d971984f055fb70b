package tillbook.desktop.checkout.screen;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Catalog;
import tillbook.catalog.CatalogUnreadable;
import tillbook.catalog.Good;
import tillbook.desktop.checkout.ScanDesk;
import tillbook.desktop.checkout.Step;
import tillbook.desktop.fx.FxBridge;
import tillbook.journal.JournalEntry;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.Reply;
import tillbook.register.SaleState;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;

/**
 * What a person did, one thing after the other and beside the screen: the next scan is looked at when the one before it
 * has its answer, so that a payment code pays what was scanned before it. It owns the desk; its methods are called on the
 * drawing thread, and what came of it is told there.
 */
final class DeskThread implements AutoCloseable {
    /** More than this waiting at once is no person and no scanner. */
    static final int WAITING_MAX = 2_000;

    private static final int FOUND_MAX = 50;
    private static final long REPLY_WITHIN_S = 30;

    private final ThreadPoolExecutor work = executor("checkout", WAITING_MAX);
    private final ThreadPoolExecutor searching = executor("checkout-search", 1);
    private final RegisterThread register;
    private final ScanDesk desk;
    private final Catalog catalog;
    private final RegisterThread.Faults faults;
    private final Supplier<Consumer<Outcome>> hears;
    private final AtomicReference<@Nullable String> wanted = new AtomicReference<>();

    /**
     * Starts it.
     *
     * @param hears asked whenever a person did something; what it gives gets the outcome, on the drawing thread
     */
    DeskThread(
            RegisterThread register,
            ScanDesk desk,
            Catalog catalog,
            RegisterThread.Faults faults,
            Supplier<Consumer<Outcome>> hears) {
        this.register = register;
        this.desk = desk;
        this.catalog = catalog;
        this.faults = faults;
        this.hears = hears;
    }

    private static ThreadPoolExecutor executor(String name, int waitingMax) {
        return new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waitingMax),
                Thread.ofPlatform().name(name).daemon().factory());
    }

    void scanned(String text) {
        follow(() -> desk.scanned(text, register.state()));
    }

    /** Holds this sale if it still is the one at the counter, unpaid with nothing under way; else does nothing. */
    void stepsAside(ReceiptNumber receipt, String note) {
        run(told -> {
            if (!isUnpaidAtCounter(receipt, register.state())) return;
            Outcome outcome = reply(new Intent.HoldBasket(note));
            boolean done = outcome instanceof Outcome.Replied(Intent _, Reply.Done _);
            if (!done) tell(told, outcome);
        });
    }

    private static boolean isUnpaidAtCounter(ReceiptNumber receipt, RegisterState state) {
        return state.basket().isEmpty()
                && receipt.equals(state.atCounter())
                && state.saleAtCounter()
                        .filter(sale -> sale.stage() == SaleState.Stage.FROZEN
                                && sale.living().isEmpty())
                        .isPresent();
    }

    void byHand(String code, Quantity quantity) {
        follow(() -> desk.byHand(code, quantity));
    }

    void addNew(String code, String price, String name) {
        follow(() -> desk.addNew(code, price, name));
    }

    void confirmed() {
        follow(() -> desk.confirmed(register.state()));
    }

    void chosen(int number) {
        follow(() -> desk.chosen(number, register.state()));
    }

    void denied() {
        run(_ -> desk.denied());
    }

    /** Looks up a sale that is over. */
    void opens(ReceiptNumber receipt, Function<ReceiptNumber, Optional<Counter.PaidSale>> paid) {
        run(told -> tell(told, new Outcome.Paid(receipt, paid.apply(receipt))));
    }

    void wants(Intent intent) {
        run(told -> tell(told, reply(intent)));
    }

    /** The second only once the first is done; what came of the last one that was tried is told. */
    void wants(Intent first, Intent then) {
        run(told -> {
            Outcome outcome = reply(first);
            boolean done = outcome instanceof Outcome.Replied(Intent _, Reply.Done _);
            tell(told, done ? reply(then) : outcome);
        });
    }

    void saw(JournalEntry paid, RegisterState state) {
        run(_ -> desk.saw(paid, state));
    }

    /** Writes something down beside the screen; false means that it could not be kept. */
    void keeps(BooleanSupplier kept) {
        run(told -> {
            if (!kept.getAsBoolean()) tell(told, new Outcome.NotKept());
        });
    }

    /** Looks for goods; of several wishes only the newest is searched for. */
    void find(String query) {
        if (wanted.getAndSet(query) != null) return;
        Consumer<Outcome> told = hears.get();
        try {
            searching.execute(() -> search(told));
        } catch (RejectedExecutionException ended) {
            wanted.set(null);
        }
    }

    private void search(Consumer<Outcome> told) {
        String query = wanted.getAndSet(null);
        if (query != null) tell(told, new Outcome.Found(query, goods(query)));
    }

    private List<Good> goods(String query) {
        try {
            return catalog.search(query, FOUND_MAX);
        } catch (CatalogUnreadable e) {
            return List.of();
        }
    }

    private interface Look {
        Step step();
    }

    private void follow(Look look) {
        run(told -> {
            Step step = look.step();
            tell(told, step instanceof Step.Wants(Intent intent) ? reply(intent) : new Outcome.Stepped(step));
        });
    }

    private void run(Consumer<Consumer<Outcome>> what) {
        Consumer<Outcome> told = hears.get();
        try {
            work.execute(() -> guarded(what, told));
        } catch (RejectedExecutionException full) {
            told.accept(new Outcome.NoReply());
        }
    }

    /** A fault of the program ends this one wish, not the checkout. */
    private void guarded(Consumer<Consumer<Outcome>> what, Consumer<Outcome> told) {
        try {
            what.accept(told);
        } catch (RuntimeException fault) {
            tell(told, new Outcome.Fault(faults.note(fault)));
        }
    }

    private Outcome reply(Intent intent) {
        try {
            Reply reply = register.want(intent).get(REPLY_WITHIN_S, TimeUnit.SECONDS);
            return new Outcome.Replied(intent, reply);
        } catch (TimeoutException | ExecutionException late) {
            return new Outcome.NoReply();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.NoReply();
        }
    }

    private static void tell(Consumer<Outcome> told, Outcome outcome) {
        FxBridge.later(() -> told.accept(outcome));
    }

    @Override
    public void close() {
        work.shutdownNow();
        searching.shutdownNow();
    }
}
