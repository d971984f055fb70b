package tillbook.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.journal.JournalEvent.MoveCause;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.journal.JournalEvent.VoucherEnd;
import tillbook.money.Money;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;
import tillbook.printing.PrintJobState;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * What a register writes in the course of its days: mostly scan-pay that succeeds at once, some that waits for the
 * customer, some cash, and a little of everything that goes wrong. About eight events a sale. The same seed gives the
 * same bytes.
 *
 * <p>Used by one thread.
 */
public final class GeneratedDay {
    /** The first business day. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    private static final String[] GOODS = {
        "鸡蛋 10枚", "纯牛奶 250ml", "矿泉水 550ml", "白面包", "Coca-Cola 330ml", "苹果", "香蕉", "酱油 500ml", "大米 5kg", "面条 1kg",
        "豆腐", "土豆", "番茄", "洗手液", "纸巾 3包", "电池 AA", "Chocolate “Dark”", "口香糖", "雨伞", "啤酒, 6罐"
    };
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz";
    private static final long OPENS_MS = 8 * 3_600_000L;
    private static final long TRADES_MS = 14 * 3_600_000L;

    /** Takes what was generated. */
    public interface EventSink {
        /** One event with its stamp; encode it with {@link EventCodec#encode}. */
        void accept(Stamp stamp, JournalEvent event);
    }

    /** Takes encoded payloads. */
    public interface PayloadSink {
        void accept(Stamp stamp, byte[] payload);
    }

    private final RandomGenerator chance;
    private final int register;
    private final String epoch;
    private final EventSink sink;
    private LocalDate day = FIRST_DAY;
    private long at;
    private long up;
    private int shift;
    private String cashier = "";
    private long basket;
    private long receipts;

    private GeneratedDay(long seed, int register, String epoch, EventSink sink) {
        this.chance = new Random(seed);
        this.register = register;
        this.epoch = epoch;
        this.sink = sink;
    }

    /** All events of {@code sales} sales, {@code salesPerDay} on each day, handed out one by one. */
    public static void generate(long seed, int sales, int salesPerDay, EventSink sink) {
        new GeneratedDay(seed, 1, "K7", sink).days(sales, salesPerDay);
    }

    /** The same of another register, whose numbers all differ. */
    public static void generateOther(long seed, int sales, int salesPerDay, EventSink sink) {
        new GeneratedDay(seed, 2, "Q3", sink).days(sales, salesPerDay);
    }

    /** As {@link #generate}, encoded. */
    public static void encoded(long seed, int sales, int salesPerDay, PayloadSink sink) {
        generate(seed, sales, salesPerDay, (stamp, event) -> sink.accept(stamp, EventCodec.encode(stamp, event)));
    }

    /** One day of so many sales, as payloads in order. */
    public static List<byte[]> payloads(long seed, int sales) {
        List<byte[]> all = new ArrayList<>(sales * 8);
        encoded(seed, sales, sales, (_, payload) -> all.add(payload));
        return all;
    }

    private void days(int sales, int salesPerDay) {
        for (int done = 0; done < sales; ) {
            int today = Math.min(salesPerDay, sales - done);
            openDay();
            for (int i = 0; i < today; i++) {
                at += Math.max(1, TRADES_MS / today / 2 + chance.nextLong(Math.max(1, TRADES_MS / today / 2)));
                oneSale();
            }
            write(new JournalEvent.RegisterStopped(0, 0));
            done += today;
            day = day.plusDays(1);
        }
    }

    private void openDay() {
        at = day.atStartOfDay().toInstant(ZoneOffset.ofHours(8)).toEpochMilli() + OPENS_MS;
        up = 0;
        shift++;
        cashier = "C" + (1 + chance.nextInt(5));
        write(new JournalEvent.RegisterStarted(epoch, "here", "0.1.0", false, chance.nextInt(20) == 0));
        write(new JournalEvent.ShiftOpened(shift, cashier));
    }

    private void write(JournalEvent event) {
        at += 1 + chance.nextInt(900);
        up += 1 + chance.nextInt(900);
        sink.accept(new Stamp(register, shift, cashier, day, at, up), event);
    }

    private void oneSale() {
        basket++;
        List<Line> lines = lines();
        if (chance.nextInt(50) == 0) {
            write(new JournalEvent.BasketDropped(basket, cashier));
            basket++;
            lines = lines();
        }
        ReceiptNumber number = ReceiptNumber.of(register, epoch, ++receipts);
        Sale sale = freeze(number, lines);
        switch (chance.nextInt(100)) {
            case 0 -> write(new JournalEvent.SaleAbandoned(number, cashier));
            case 1, 2 -> changedMind(sale);
            case 3, 4 -> split(sale);
            case 5, 6 -> declinedFirst(sale);
            case 7 -> stopped(sale);
            case 8 -> silent(sale);
            case 9 -> owedAndSettled(sale);
            default -> {
                if (chance.nextInt(6) == 0) cash(sale, 1, sale.amount(), completion());
                else scan(sale, 1, 1, sale.amount(), completion());
            }
        }
    }

    private List<Line> lines() {
        int count = 1 + Math.min(chance.nextInt(5), chance.nextInt(6));
        List<Line> lines = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            Line line = line(number);
            lines.add(line);
            write(new JournalEvent.LineAdded(basket, line));
        }
        if (chance.nextInt(12) == 0) {
            Line more = lines.getFirst().withQuantity(Quantity.ofPieces(2 + chance.nextInt(5)));
            lines.set(0, more);
            write(new JournalEvent.LineQuantityChanged(basket, 1, more.quantity()));
        }
        if (count > 1 && chance.nextInt(15) == 0) {
            lines.removeLast();
            write(new JournalEvent.LineVoided(basket, count, cashier));
        }
        return lines;
    }

    private Line line(int number) {
        int goods = chance.nextInt(GOODS.length);
        boolean weighed = goods % 7 == 5;
        Quantity quantity = weighed ? new Quantity(100 + chance.nextInt(3000)) : Quantity.ONE;
        return new Line(
                number,
                "69" + (10_000_000_000L + goods * 7919L),
                GOODS[goods],
                weighed ? "kg" : "件",
                quantity,
                Money.ofFen(100 + chance.nextInt(9900)),
                Money.ZERO,
                1300,
                LineKind.SALE);
    }

    private Sale freeze(ReceiptNumber number, List<Line> lines) {
        long fen = lines.stream().mapToLong(line -> line.amount().fen()).sum();
        Sale sale = new Sale(number, basket, lines, Money.ofFen(fen));
        write(new JournalEvent.SaleFrozen(sale));
        return sale;
    }

    private static Completion completion() {
        return new Completion(PrintJobState.QUEUED, null);
    }

    private Provider provider() {
        int throwOf = chance.nextInt(10);
        if (throwOf == 0) return Provider.UNION_PAY;
        return throwOf < 5 ? Provider.ALIPAY : Provider.WECHAT_PAY;
    }

    private String random(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) text.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        return text.toString();
    }

    private String trade() {
        StringBuilder text = new StringBuilder(28);
        text.append(day.toString().replace("-", "")).append("2200");
        for (int i = 0; i < 16; i++) text.append(chance.nextInt(10));
        return text.toString();
    }

    private Exchange exchange(String code) {
        return new Exchange(code, null, null, null, 80 + chance.nextInt(900), null);
    }

    private OrderNumber begin(Sale sale, int tender, int attempt, Provider provider, Money amount) {
        OrderNumber order = sale.number().order(attempt, random(6));
        String mask = "28************" + (1000 + chance.nextInt(9000));
        write(new JournalEvent.AttemptCreated(
                sale.number(), tender, attempt, order, provider, amount, mask, "2021000000000001"));
        write(new JournalEvent.AttemptSending(order));
        return order;
    }

    private void answered(OrderNumber order, ProviderCall call, AnswerKind kind, AttemptState state) {
        UnknownReason unknown = kind == AnswerKind.UNKNOWN ? UnknownReason.TIMEOUT : null;
        DeclineReason decline = kind == AnswerKind.DECLINED ? DeclineReason.NEW_CODE : null;
        write(new JournalEvent.AttemptAnswered(order, call, kind, state, unknown, decline, exchange("10003")));
    }

    private void scan(Sale sale, int tender, int attempt, Money amount, @Nullable Completion completion) {
        Provider provider = provider();
        OrderNumber order = begin(sale, tender, attempt, provider, amount);
        ProviderCall call = ProviderCall.PAY;
        for (int waits = chance.nextInt(4) - 1; waits > 0; waits--) {
            answered(order, call, AnswerKind.PENDING, AttemptState.PENDING);
            call = ProviderCall.QUERY;
        }
        paid(sale, tender, order, provider, amount, call, completion);
    }

    private void paid(
            Sale sale,
            int tender,
            OrderNumber order,
            Provider provider,
            Money amount,
            ProviderCall call,
            @Nullable Completion completion) {
        write(new JournalEvent.ScanPaid(
                sale.number(),
                tender,
                order,
                provider,
                amount,
                trade(),
                Instant.ofEpochMilli(at / 1000 * 1000),
                "*" + GOODS[chance.nextInt(GOODS.length)].charAt(0),
                amount,
                call,
                exchange("10000"),
                completion));
    }

    private void cash(Sale sale, int tender, Money amount, @Nullable Completion completion) {
        Money change = Money.ofFen(chance.nextInt(50) * 100L);
        write(new JournalEvent.CashTaken(sale.number(), tender, amount, amount.plus(change), change, completion));
    }

    private void changedMind(Sale sale) {
        write(new JournalEvent.SaleReleased(sale.number()));
        List<Line> lines = new ArrayList<>(sale.lines());
        int next = lines.getLast().number() + 1;
        Line more = line(next);
        lines.add(more);
        write(new JournalEvent.LineAdded(basket, more));
        Sale again = freeze(sale.number(), lines);
        if (chance.nextInt(4) > 0) scan(again, 1, 1, again.amount(), completion());
        else write(new JournalEvent.SaleReleased(sale.number()));
    }

    private void split(Sale sale) {
        Money first = Money.ofFen(sale.amount().fen() / 2);
        Money rest = sale.amount().minus(first);
        if (chance.nextBoolean()) cash(sale, 1, first, null);
        else scan(sale, 1, 1, first, null);
        if (chance.nextInt(10) > 0) scan(sale, 2, 2, rest, completion());
    }

    private void declinedFirst(Sale sale) {
        OrderNumber order = begin(sale, 1, 1, provider(), sale.amount());
        answered(order, ProviderCall.PAY, AnswerKind.DECLINED, AttemptState.DECLINED);
        scan(sale, 1, 2, sale.amount(), completion());
    }

    private void stopped(Sale sale) {
        OrderNumber order = begin(sale, 1, 1, provider(), sale.amount());
        answered(order, ProviderCall.PAY, AnswerKind.PENDING, AttemptState.PENDING);
        write(new JournalEvent.CancelDecided(order, CancelCause.STOPPED, cashier));
        answered(order, ProviderCall.CANCEL, AnswerKind.CANCEL_CLOSED, AttemptState.CANCELLING);
        answered(order, ProviderCall.QUERY, AnswerKind.CLOSED, AttemptState.REVERSED);
        if (chance.nextBoolean()) cash(sale, 1, sale.amount(), completion());
        else write(new JournalEvent.SaleAbandoned(sale.number(), cashier));
    }

    private void silent(Sale sale) {
        Provider provider = provider();
        OrderNumber order = begin(sale, 1, 1, provider, sale.amount());
        answered(order, ProviderCall.PAY, AnswerKind.UNKNOWN, AttemptState.UNKNOWN);
        switch (chance.nextInt(4)) {
            case 0 ->
                paid(
                        sale,
                        1,
                        order,
                        provider,
                        sale.amount(),
                        ProviderCall.QUERY,
                        new Completion(PrintJobState.HELD, HeldCause.LATE));
            case 1 -> {
                write(new JournalEvent.GoodsKept(order, cashier));
                write(new JournalEvent.AttemptMoved(order, AttemptState.NEEDS_PERSON, MoveCause.FOUND_SENDING));
                write(new JournalEvent.AttemptSettled(order, Settlement.MONEY_RETURNED, cashier, "备注: 已退"));
            }
            case 2 -> write(new JournalEvent.AttemptMoved(order, AttemptState.UNKNOWN, MoveCause.FOUND_SENDING));
            default -> answered(order, ProviderCall.QUERY, AnswerKind.NO_SUCH_ORDER, AttemptState.UNKNOWN);
        }
    }

    private void owedAndSettled(Sale sale) {
        scan(sale, 1, 1, sale.amount(), new Completion(PrintJobState.HELD, HeldCause.NEXT_CUSTOMER));
        VoucherEnd end = chance.nextBoolean() ? VoucherEnd.GIVEN : VoucherEnd.WAIVED;
        write(new JournalEvent.VoucherSettled(sale.number(), end, cashier));
    }
}
