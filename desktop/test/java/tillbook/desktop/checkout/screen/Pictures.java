package tillbook.desktop.checkout.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.receipt.Merchant;
import tillbook.receipt.Receipt;
import tillbook.register.Attempt;
import tillbook.register.HeldBasket;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.sale.Basket;
import tillbook.sale.Discounts;
import tillbook.sale.HeldNumber;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/** Pictures of a register, for tests that need no register. */
public final class Pictures {
    public static final ReceiptNumber RECEIPT = ReceiptNumber.of(1, "A1", 1);
    static final HeldNumber HELD = HeldNumber.of(1, "A1", 7);
    private static final Exchange EXCHANGE = new Exchange("10000", null, null, "trace", 7, null);

    private Pictures() {}

    /** Two goods, 19.80 yuan in all. */
    public static Basket basket() {
        return Basket.empty(1).with(line(1, "农家鲜鸡蛋 10 枚", 1_280, 1)).with(line(2, "纯牛奶 250ml", 350, 2));
    }

    public static Line line(int number, String name, long fen, long pieces) {
        return new Line(
                number,
                "200000000000" + number,
                name,
                "盒",
                Quantity.ofPieces(pieces),
                Money.ofFen(fen),
                Money.ZERO,
                0,
                LineKind.SALE);
    }

    static final long WALL_MS = 1_795_334_400_000L;

    public static Sale sale() {
        return Sale.of(RECEIPT, basket());
    }

    /** Nothing on the counter. */
    public static Snapshot empty() {
        return picture(Basket.empty(2), null, List.of(), null);
    }

    /** The same, with two baskets held. */
    static Snapshot holding() {
        Snapshot selling = selling();
        RegisterState state = selling.state();
        HeldBasket noted = new HeldBasket(HELD, basket(), "顾客去拿钱包，马上回来 Back in a minute", 1_795_334_400_000L);
        HeldBasket plain = new HeldBasket(HeldNumber.of(1, "A1", 8), basket(), "", 1_795_334_400_000L);
        RegisterState holding = new RegisterState(
                state.epochs(),
                state.place(),
                state.open(),
                state.shift(),
                state.cashier(),
                state.nextSale(),
                state.nextBasket(),
                state.basket(),
                state.atCounter(),
                state.sales(),
                List.of(noted, plain),
                state.owed(),
                state.lastAt());
        return new Snapshot(holding, Map.of(), sale(), null, null, Map.of());
    }

    public static Snapshot selling() {
        return picture(basket(), null, List.of(), null);
    }

    /** The sale at the counter, with one attempt after the other in these states. */
    public static Snapshot paying(AttemptState... states) {
        return picture(Basket.empty(2), RECEIPT, List.of(frozen(states)), null);
    }

    /** The same while the next customer's goods are on the counter. */
    public static Snapshot aside(AttemptState... states) {
        return picture(basket(), null, List.of(frozen(states)), null);
    }

    /** The sale at the counter, its attempt begun for an account that is in no settings. */
    static Snapshot ofAnotherAccount(AttemptState state) {
        Attempt known = attempt(1, state);
        AttemptCreated facts = known.facts();
        AttemptCreated foreign = new AttemptCreated(
                facts.receipt(),
                facts.tender(),
                facts.attempt(),
                facts.order(),
                facts.provider(),
                facts.amount(),
                facts.maskedCode(),
                "2088000000000001");
        Attempt attempt = new Attempt(foreign, state, 1, false, null, null, null, false, 1, null);
        SaleState sale = new SaleState(sale(), List.of(attempt), Money.ZERO, SaleState.Stage.FROZEN, Discounts.NONE);
        return picture(Basket.empty(2), RECEIPT, List.of(sale), null);
    }

    private static SaleState frozen(AttemptState... states) {
        List<Attempt> attempts = new ArrayList<>();
        for (AttemptState state : states) attempts.add(attempt(attempts.size() + 1, state));
        return new SaleState(sale(), attempts, Money.ZERO, SaleState.Stage.FROZEN, Discounts.NONE);
    }

    private static Attempt attempt(int number, AttemptState state) {
        AttemptCreated facts = new AttemptCreated(
                RECEIPT,
                1,
                number,
                RECEIPT.order(number, "abcdef"),
                Provider.ALIPAY,
                sale().amount(),
                "28************88",
                null);
        return new Attempt(facts, state, 1, false, null, null, null, false, 1, null);
    }

    public static Snapshot paidByScan() {
        return paid(new ScanPaid(
                RECEIPT,
                1,
                RECEIPT.order(1, "abcdef"),
                Provider.ALIPAY,
                sale().amount(),
                "2026112222001",
                null,
                null,
                null,
                ProviderCall.PAY,
                EXCHANGE,
                new Completion(PrintJobState.QUEUED, null)));
    }

    /** With 50.00 yuan, 30.20 back. */
    public static Snapshot paidCash() {
        return paid(new CashTaken(
                RECEIPT,
                1,
                sale().amount(),
                Money.ofFen(5_000),
                Money.ofFen(3_020),
                new Completion(PrintJobState.QUEUED, null)));
    }

    /** A sale paid in cash, and then what became of its paper. */
    public static Snapshot paper(JournalEvent... events) {
        Stamp stamp = new Stamp(1, 1, "01", LocalDate.of(2026, 11, 22), WALL_MS, 1);
        CashTaken cash = new CashTaken(
                RECEIPT,
                1,
                sale().amount(),
                Money.ofFen(5_000),
                Money.ofFen(3_020),
                new Completion(PrintJobState.QUEUED, null));
        List<JournalEvent> all = new ArrayList<>(List.of(new JournalEvent.SaleFrozen(sale()), cash));
        all.addAll(List.of(events));
        RegisterState state = RegisterState.NEW;
        for (JournalEvent event : all) state = state.after(new JournalEntry(1, stamp, event));
        JournalEvent last = events.length == 0 ? null : events[events.length - 1];
        return new Snapshot(state, Map.of(), sale(), new JournalEntry(7, stamp, cash), last, Map.of());
    }

    static Receipt receipt() {
        Stamp stamp = new Stamp(1, 1, "01", LocalDate.of(2026, 11, 22), WALL_MS, 1);
        return Receipt.of(Receipt.Kind.SALE, new Merchant("茶", ""), true, sale(), List.of(), stamp);
    }

    /** Bytes of the original leave. */
    public static JournalEvent sending() {
        return new JournalEvent.PrintSending(RECEIPT, 0, "tcp 10.0.0.9:9100", "0f", 700, ConfirmationTier.PROCESS_ID);
    }

    /** What became of the original. */
    public static JournalEvent moved(PrintJobState state, @Nullable PrinterFault fault) {
        return new JournalEvent.PrintMoved(RECEIPT, 0, state, fault, null);
    }

    private static Snapshot paid(TenderPaid tender) {
        Stamp stamp = new Stamp(1, 1, "01", LocalDate.of(2026, 11, 22), 1_795_334_400_000L, 1);
        return picture(Basket.empty(2), RECEIPT, List.of(), new JournalEntry(7, stamp, tender));
    }

    private static Snapshot picture(
            Basket basket, @Nullable ReceiptNumber atCounter, List<SaleState> sales, @Nullable JournalEntry paid) {
        RegisterState state = new RegisterState(
                List.of("A1"),
                "",
                true,
                1,
                "01",
                2,
                3,
                basket,
                atCounter,
                sales,
                List.of(),
                RegisterState.NEW.owed(),
                1);
        return new Snapshot(state, Map.of(), sale(), paid, null, Map.of());
    }
}
