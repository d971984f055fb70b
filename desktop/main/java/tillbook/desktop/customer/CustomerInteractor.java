package tillbook.desktop.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.desktop.customer.CustomerModel.Item;
import tillbook.desktop.customer.CustomerModel.Mood;
import tillbook.desktop.customer.CustomerModel.State;
import tillbook.desktop.customer.CustomerModel.Sum;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.money.Money;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.sale.Line;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * Makes what the customer sees from the pictures of the register: only what is the customer's own, and of the money only
 * what is proven. Knows no control. Owned by the drawing thread.
 */
final class CustomerInteractor {
    /** So long after paying the screen is the next customer's, ms. */
    static final long THANKS_MS = 30_000;

    private static final long ONE = 1_000;

    private final CustomerModel model;
    private final LongSupplier worldMs;
    private CustomerWords words;
    private Snapshot snapshot;
    private @Nullable TenderPaid paid;
    private long paidSinceMs;
    private @Nullable ReceiptNumber dismissed;

    /**
     * Fills a model.
     *
     * @param shop its name
     * @param worldMs the world's time, any origin
     * @param first what the register looks like now
     */
    CustomerInteractor(CustomerModel model, String shop, Locale language, LongSupplier worldMs, Snapshot first) {
        this.model = model;
        this.worldMs = worldMs;
        this.words = new CustomerWords(language);
        this.snapshot = first;
        model.shop.set(shop);
        draw();
    }

    void sees(Snapshot now) {
        boolean newlyPaid = now.lastPaid() != null && !now.lastPaid().equals(snapshot.lastPaid());
        snapshot = now;
        if (newlyPaid && now.lastPaid() != null && now.lastPaid().event() instanceof TenderPaid tender) {
            paid = tender;
            paidSinceMs = worldMs.getAsLong();
        }
        draw();
    }

    /** The next customer stands there, though nothing of hers is on the counter yet. */
    void dismisses(@Nullable ReceiptNumber receipt) {
        dismissed = receipt;
        draw();
    }

    void speak(Locale language) {
        words = new CustomerWords(language);
        draw();
    }

    /** Time passed. */
    void tick() {
        draw();
    }

    private void draw() {
        RegisterState state = snapshot.state();
        Optional<SaleState> frozen = state.saleAtCounter().filter(sale -> sale.stage() == SaleState.Stage.FROZEN);
        boolean done = state.atCounter() != null && state.atCounter().equals(dismissed);
        if (!state.basket().isEmpty()) sells(state.basket().lines());
        else if (done) welcomes();
        else if (frozen.isPresent()) pays(frozen.get());
        else if (isThanking(state)) thanks();
        else welcomes();
    }

    private void welcomes() {
        model.welcome.set(words.both("welcome"));
        show(List.of(), Sum.NONE, State.NONE);
    }

    private void sells(List<Line> lines) {
        model.welcome.set(CustomerModel.Both.NONE);
        Money total = lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
        show(lines, sum("total", total, lines), State.NONE);
    }

    private void pays(SaleState sale) {
        model.welcome.set(CustomerModel.Both.NONE);
        List<Line> lines = sale.sale().lines();
        show(lines, sum("due", sale.due(), lines), state(sale));
    }

    private State state(SaleState sale) {
        Optional<Attempt> living = sale.living();
        if (living.isPresent()) return living(living.get());
        return sale.attempts().isEmpty() ? say("to-pay", Mood.ACCENT, "") : say("not-paid", Mood.BAD, "×");
    }

    private State living(Attempt attempt) {
        return switch (attempt.state()) {
            case CREATED, SENDING -> say("asking", Mood.ACCENT, "◔");
            case PENDING -> say("waiting", Mood.ACCENT, "◔");
            case UNKNOWN -> say("checking", Mood.WARN, "◔");
            case CANCELLING, WATCH -> say("cancelling", Mood.WARN, "◔");
            case ANOMALY, NEEDS_PERSON -> say("person", Mood.WARN, "!");
            case PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> say("not-paid", Mood.BAD, "×");
        };
    }

    private State say(String id, Mood mood, String mark) {
        return new State(id, mood, mark, words.both(id), "", words.both(id + ".how"));
    }

    // Paid.

    private boolean isThanking(RegisterState state) {
        TenderPaid tender = paid;
        return tender != null
                && tender.receipt().equals(state.atCounter())
                && worldMs.getAsLong() - paidSinceMs < THANKS_MS;
    }

    private void thanks() {
        TenderPaid tender = paid;
        Sale sale = snapshot.lastFrozen();
        if (tender == null) return;
        model.welcome.set(CustomerModel.Both.NONE);
        List<Line> lines = sale != null && sale.number().equals(tender.receipt()) ? sale.lines() : List.of();
        Money total = sale != null && !lines.isEmpty() ? sale.amount() : tender.amount();
        show(lines, sum("total", total, lines), paid(tender));
    }

    private State paid(TenderPaid tender) {
        return switch (tender) {
            case ScanPaid scan ->
                new State(
                        "paid", Mood.OK, "✓", words.both("paid"), scan.amount().toString(), words.both("paid.how"));
            case CashTaken cash
            when cash.change().isZero() ->
                new State(
                        "paid", Mood.OK, "✓", words.both("paid"), cash.amount().toString(), words.both("paid.how"));
            case CashTaken cash ->
                new State(
                        "change",
                        Mood.OK,
                        "✓",
                        words.both("change"),
                        cash.change().toString(),
                        words.both("change.how", cash.given()));
        };
    }

    // Lines.

    private void show(List<Line> lines, Sum sum, State state) {
        model.items.set(lines.stream().map(CustomerInteractor::item).toList());
        model.sum.set(sum);
        model.state.set(state);
    }

    private Sum sum(String label, Money amount, List<Line> lines) {
        return new Sum(words.both(label), amount.toString(), words.both("count", pieces(lines)));
    }

    private static Item item(Line line) {
        boolean weighed = line.quantity().thousandths() % ONE != 0;
        String unit = weighed ? "/" + line.unit() : "";
        String times = line.quantity().text() + " × " + line.unitPrice().yuan() + unit;
        String off = line.discount().isZero() ? "" : "  −" + line.discount().yuan();
        return new Item(line.name(), times + off, line.amount().yuan());
    }

    /** Pieces are counted; a weighed thing is one, whatever it weighs. */
    private static long pieces(List<Line> lines) {
        return lines.stream()
                .mapToLong(line -> line.quantity().thousandths())
                .map(thousandths -> thousandths % ONE == 0 ? thousandths / ONE : 1)
                .sum();
    }
}
