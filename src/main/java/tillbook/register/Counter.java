package tillbook.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.AttemptSending;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.Completion;
import tillbook.money.Money;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.PaymentCode;
import tillbook.payment.Provider;
import tillbook.printing.PrintJobState;
import tillbook.sale.Basket;
import tillbook.sale.Discount;
import tillbook.sale.Discounts;
import tillbook.sale.HeldNumber;
import tillbook.sale.Line;
import tillbook.sale.LineKind;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * Decides what an intent does to a state: events, or a refusal. Pure but for the chance in order numbers, which comes in
 * from outside.
 */
class Counter {
    private static final int ATTEMPTS_MAX = 99;

    /** With more lines in unpaid sales than this the state might not fit at the head of a tape segment. */
    private static final int OPEN_LINES_MAX = 2_000;

    /** A payment request that is still on its way after this is lost for good, ms. */
    private static final long LOST_AFTER_MS = 5 * 60_000;

    private final Shop shop;
    private final Supplier<String> orderSuffix;

    Counter(Shop shop, Supplier<String> orderSuffix) {
        this.shop = shop;
        this.orderSuffix = orderSuffix;
    }

    /** What was decided. */
    sealed interface Decision {
        /** Write these, in this order, in one force. */
        record Write(List<JournalEvent> events) implements Decision {}

        /** Write these, then send the payment request for {@code order} with the code that only memory holds. */
        record WriteAndPay(List<JournalEvent> events, OrderNumber order, PaymentCode code) implements Decision {}

        record Refuse(Refusal reason, String argument) implements Decision {}
    }

    Decision decide(RegisterState state, Intent intent) {
        return switch (intent) {
            case Intent.AddGoods goods -> add(state, goods);
            case Intent.ChangeQuantity change -> changeQuantity(state, change);
            case Intent.ChangePrice change -> changePrice(state, change);
            case Intent.DiscountLine discount -> discountLine(state, discount);
            case Intent.DiscountBasket discount -> discountBasket(state, discount.discount());
            case Intent.VoidLine voided -> voidLine(state, voided);
            case Intent.DropBasket _ -> dropBasket(state);
            case Intent.HoldBasket hold -> hold(state, hold.note());
            case Intent.RecallHeld recall -> recallHeld(state, recall.number());
            case Intent.PayByCode pay -> payByCode(state, pay);
            case Intent.PayCash cash -> payCash(state, cash);
            case Intent.Stop stop -> stop(state, stop);
            case Intent.Recall recall -> recall(state, recall.receipt());
            case Intent.Abandon abandon -> abandon(state, abandon.receipt());
            case Intent.AllowAnother allow -> allowAnother(state, allow);
            case Intent.SettleAttempt settle -> settle(state, settle);
            case Intent.SettleVoucher settle -> settle(state, settle);
            case Intent.Print print -> print(state, print);
            case Intent.PrintOwed _ -> printOwed(state);
            case Intent.JudgePrint judge -> judge(state, judge);
            case Intent.AskAgain _ -> new Decision.Write(List.of());
            case Intent.KeepFinding keep -> write(kept(state, keep));
            case Intent.SignOn sign -> write(new JournalEvent.CashierSignedOn(sign.cashier()));
            case Intent.CloseRegister _ ->
                write(new JournalEvent.RegisterStopped(
                        (int) state.openAttempts().count(), (int) state.owed().count()));
        };
    }

    // The basket.

    private Decision add(RegisterState state, Intent.AddGoods goods) {
        if (!state.basket().isEmpty()) return add(state.basket(), goods, null);
        Optional<SaleState> waiting = state.saleAtCounter();
        if (waiting.isPresent() && waiting.get().isPartPaid()) return refuse(Refusal.PART_PAID);
        // Nothing was paid and nothing is under way: the customer adds something to the same basket. While an outcome
        // is
        // awaited the amount stands fixed, so what is scanned now belongs to the next customer.
        if (waiting.isPresent() && waiting.get().mayTenderAgain()) {
            Basket back = waiting.get().asBasket();
            return add(
                    back,
                    goods,
                    new JournalEvent.SaleReleased(waiting.get().sale().number()));
        }
        return add(state.basket(), goods, null);
    }

    private static Decision add(Basket basket, Intent.AddGoods goods, @Nullable JournalEvent first) {
        Optional<Line> same = goods.countsUp() ? sameGoods(basket, goods) : Optional.empty();
        if (same.isEmpty() && basket.lines().size() >= Basket.LINES_MAX) return refuse(Refusal.BASKET_FULL);
        JournalEvent event;
        try {
            event = same.<JournalEvent>map(line -> new JournalEvent.LineQuantityChanged(
                            basket.number(), line.number(), line.quantity().plus(goods.quantity())))
                    .orElseGet(() -> new JournalEvent.LineAdded(basket.number(), newLine(basket.nextLine(), goods)));
            totalAfter(basket, event);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return refuse(Refusal.LINE_TOO_LARGE);
        }
        return new Decision.Write(first == null ? List.of(event) : List.of(first, event));
    }

    /** Refuses by exception what would overflow a line or the total: later, at the fold, it would be a bug. */
    private static void totalAfter(Basket basket, JournalEvent event) {
        Basket after = switch (event) {
            case JournalEvent.LineAdded added -> basket.with(added.line());
            case JournalEvent.LineQuantityChanged changed -> basket.changed(changed.line(), changed.quantity());
            case JournalEvent.LinePriceChanged changed -> basket.changed(changed.line(), changed.price());
            default -> basket;
        };
        Money total = after.total();
        if (total.fen() > Money.FEN_MAX) throw new IllegalArgumentException("total out of range");
    }

    private static Optional<Line> sameGoods(Basket basket, Intent.AddGoods goods) {
        return basket.lines().stream()
                .filter(line -> line.code().equals(goods.code())
                        && line.unitPrice().equals(goods.unitPrice())
                        && hasNoDiscountOfItsOwn(basket, line)
                        && line.kind() == LineKind.SALE)
                .findFirst();
    }

    /** A share of the whole basket's discount is none: it is spread anew whenever a line changes. */
    private static boolean hasNoDiscountOfItsOwn(Basket basket, Line line) {
        boolean anywhere = basket.discounts().whole() != null;
        return basket.discounts().ofLine(line.number()).isEmpty()
                && (anywhere || line.discount().isZero());
    }

    private static Line newLine(int number, Intent.AddGoods goods) {
        return new Line(
                number,
                goods.code(),
                goods.name(),
                goods.unit(),
                goods.quantity(),
                goods.unitPrice(),
                Money.ZERO,
                goods.taxRatePermyriad(),
                LineKind.SALE);
    }

    private static Decision changeQuantity(RegisterState state, Intent.ChangeQuantity change) {
        Optional<Line> line = lineMeant(state.basket(), change.line());
        if (line.isEmpty()) return refuse(Refusal.NO_SUCH_LINE);
        return writeIfItFits(
                state.basket(),
                new JournalEvent.LineQuantityChanged(
                        state.basket().number(), line.get().number(), change.quantity()));
    }

    private static Decision writeIfItFits(Basket basket, JournalEvent event) {
        try {
            totalAfter(basket, event);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return refuse(Refusal.LINE_TOO_LARGE);
        }
        return write(event);
    }

    private static Decision changePrice(RegisterState state, Intent.ChangePrice change) {
        Optional<Line> line = lineMeant(state.basket(), change.line());
        if (line.isEmpty()) return refuse(Refusal.NO_SUCH_LINE);
        return writeIfItFits(
                state.basket(),
                new JournalEvent.LinePriceChanged(
                        state.basket().number(),
                        line.get().number(),
                        change.unitPrice(),
                        change.reason(),
                        state.cashier()));
    }

    private static Decision discountLine(RegisterState state, Intent.DiscountLine wanted) {
        Optional<Line> line = lineMeant(state.basket(), wanted.line());
        if (line.isEmpty()) return refuse(Refusal.NO_SUCH_LINE);
        if (isMoreThan(line.get().gross(), wanted.discount()))
            return tooLarge(line.get().gross());
        return write(new JournalEvent.LineDiscounted(
                state.basket().number(), line.get().number(), wanted.discount(), state.cashier()));
    }

    private static Decision discountBasket(RegisterState state, Discount wanted) {
        Basket basket = state.basket();
        if (basket.isEmpty()) return refuse(Refusal.NO_SUCH_LINE);
        Money most = basket.discounts().before(basket.lines());
        if (isMoreThan(most, wanted)) return tooLarge(most);
        return write(new JournalEvent.BasketDiscounted(basket.number(), wanted, state.cashier()));
    }

    /** An amount that shrinks with the lines later is a rule; one that never fitted is a slip of the hand. */
    private static boolean isMoreThan(Money most, Discount wanted) {
        return wanted instanceof Discount.Amount(Money amount, String _) && amount.compareTo(most) > 0;
    }

    private static Decision tooLarge(Money most) {
        return new Decision.Refuse(Refusal.DISCOUNT_TOO_LARGE, most.yuan());
    }

    private static Decision voidLine(RegisterState state, Intent.VoidLine voided) {
        return lineMeant(state.basket(), voided.line())
                .map(line ->
                        write(new JournalEvent.LineVoided(state.basket().number(), line.number(), state.cashier())))
                .orElse(refuse(Refusal.NO_SUCH_LINE));
    }

    private static Optional<Line> lineMeant(Basket basket, int number) {
        if (number != Intent.NEWEST_LINE) return basket.line(number);
        return basket.isEmpty() ? Optional.empty() : Optional.of(basket.lines().getLast());
    }

    private static Decision dropBasket(RegisterState state) {
        if (state.basket().isEmpty()) return refuse(Refusal.NO_SUCH_LINE);
        return write(new JournalEvent.BasketDropped(state.basket().number(), state.cashier()));
    }

    // Stepping aside.

    private Decision hold(RegisterState state, String note) {
        if (!state.basket().isEmpty()) return hold(state, state.basket(), note, List.of());
        Optional<SaleState> waiting = state.saleAtCounter().filter(sale -> sale.stage() == SaleState.Stage.FROZEN);
        if (waiting.isEmpty()) return refuse(Refusal.NOTHING_TO_HOLD);
        if (waiting.get().isPartPaid()) return refuse(Refusal.PART_PAID);
        Optional<Attempt> living = waiting.get().living();
        if (living.isPresent()) return busyWith(living.get());
        ReceiptNumber receipt = waiting.get().sale().number();
        return hold(state, waiting.get().asBasket(), note, List.of(new JournalEvent.SaleReleased(receipt)));
    }

    private Decision hold(RegisterState state, Basket basket, String note, List<JournalEvent> first) {
        if (state.held().size() >= HeldBasket.BASKETS_MAX) {
            return new Decision.Refuse(Refusal.HELD_FULL, Integer.toString(HeldBasket.BASKETS_MAX));
        }
        if (state.openLines() + basket.weight() > OPEN_LINES_MAX) return refuse(Refusal.TRAY_FULL);
        List<JournalEvent> all = new ArrayList<>(first);
        HeldNumber number = HeldNumber.of(shop.register(), state.epoch(), basket.number());
        all.add(new JournalEvent.BasketHeld(basket.number(), number, note, state.cashier()));
        return new Decision.Write(all);
    }

    private static Decision recallHeld(RegisterState state, HeldNumber number) {
        Optional<HeldBasket> held = state.held(number);
        if (held.isEmpty()) return new Decision.Refuse(Refusal.NO_SUCH_HELD, number.text());
        if (!state.basket().isEmpty()) return refuse(Refusal.BASKET_NOT_EMPTY);
        long basket = held.get().basket().number();
        return afterClearing(state, write(new JournalEvent.BasketRecalled(basket, number, state.cashier())));
    }

    /** An unpaid sale whose lines were all taken off ends before another basket takes its place on the counter. */
    private static Decision afterClearing(RegisterState state, Decision decision) {
        boolean leavesOne = state.releasedSaleOfBasket().isPresent();
        if (!leavesOne || !(decision instanceof Decision.Write(List<JournalEvent> events))) return decision;
        List<JournalEvent> all = new ArrayList<>(events);
        all.addFirst(new JournalEvent.BasketDropped(state.basket().number(), state.cashier()));
        return new Decision.Write(all);
    }

    // Money.

    private Decision payByCode(RegisterState state, Intent.PayByCode pay) {
        if (!shop.rules().containsKey(pay.provider())) {
            return new Decision.Refuse(
                    Refusal.PROVIDER_NOT_READY, pay.provider().name());
        }
        return switch (saleToPay(state)) {
            case ToPay.Refused refused -> refused.decision();
            case ToPay.Known known -> payByCode(List.of(), known.sale(), pay);
            case ToPay.Fresh fresh -> payByCode(List.of(fresh.event()), fresh.sale(), pay);
        };
    }

    private Decision payByCode(List<JournalEvent> before, SaleState sale, Intent.PayByCode pay) {
        Money due = sale.due();
        if (due.isZero()) return refuse(Refusal.AMOUNT_IS_ZERO);
        if (due.compareTo(shop.least()) < 0)
            return new Decision.Refuse(Refusal.AMOUNT_TOO_LOW, shop.least().yuan());
        if (due.compareTo(shop.most()) > 0)
            return new Decision.Refuse(Refusal.AMOUNT_TOO_HIGH, shop.most().yuan());
        int attempt = sale.attempts().size() + 1;
        if (attempt > ATTEMPTS_MAX) return refuse(Refusal.ATTEMPTS_USED_UP);
        OrderNumber order = sale.sale().number().order(attempt, orderSuffix.get());
        JournalEvent created = new AttemptCreated(
                sale.sale().number(),
                tender(sale, pay.provider()),
                attempt,
                order,
                pay.provider(),
                due,
                pay.code().masked(),
                shop.merchants().get(pay.provider()));
        List<JournalEvent> all = new java.util.ArrayList<>(before);
        all.add(created);
        all.add(new AttemptSending(order));
        return new Decision.WriteAndPay(all, order, pay.code());
    }

    /** Attempts in a row with the same provider are one tender; another means is the next. */
    private static int tender(SaleState sale, Provider provider) {
        if (sale.attempts().isEmpty()) return 1;
        AttemptCreated last = sale.attempts().getLast().facts();
        return last.provider() == provider ? last.tender() : last.tender() + 1;
    }

    private Decision payCash(RegisterState state, Intent.PayCash cash) {
        return switch (saleToPay(state)) {
            case ToPay.Refused refused -> refused.decision();
            case ToPay.Known known -> payCash(List.of(), known.sale(), cash.given());
            case ToPay.Fresh fresh -> payCash(List.of(fresh.event()), fresh.sale(), cash.given());
        };
    }

    private static Decision payCash(List<JournalEvent> before, SaleState sale, Money given) {
        Money due = sale.due();
        if (given.compareTo(due) < 0) return new Decision.Refuse(Refusal.CASH_SHORT, due.yuan());
        int tender = sale.attempts().isEmpty()
                ? 1
                : sale.attempts().getLast().facts().tender() + 1;
        List<JournalEvent> all = new java.util.ArrayList<>(before);
        all.add(new JournalEvent.CashTaken(
                sale.sale().number(),
                tender,
                due,
                given,
                given.minus(due),
                new Completion(PrintJobState.QUEUED, null)));
        return new Decision.Write(all);
    }

    private sealed interface ToPay {
        record Known(SaleState sale) implements ToPay {}

        record Fresh(SaleState sale, JournalEvent event) implements ToPay {}

        record Refused(Decision decision) implements ToPay {}
    }

    private ToPay saleToPay(RegisterState state) {
        if (!state.basket().isEmpty()) return freeze(state);
        Optional<SaleState> waiting = state.saleAtCounter().filter(sale -> sale.stage() == SaleState.Stage.FROZEN);
        if (waiting.isEmpty()) return new ToPay.Refused(refuse(Refusal.NOTHING_TO_PAY));
        return blocking(waiting.get())
                .<ToPay>map(living -> new ToPay.Refused(busyWith(living)))
                .orElseGet(() -> new ToPay.Known(waiting.get()));
    }

    /** The attempt whose outcome must be known before any other money is taken for this sale. */
    Optional<Attempt> blocking(SaleState sale) {
        return sale.living();
    }

    private ToPay freeze(RegisterState state) {
        if (state.openLines() + state.basket().weight() > OPEN_LINES_MAX) {
            return new ToPay.Refused(refuse(Refusal.TRAY_FULL));
        }
        Optional<SaleState> released = state.releasedSaleOfBasket();
        ReceiptNumber number = released.map(sale -> sale.sale().number())
                .orElseGet(() -> ReceiptNumber.of(shop.register(), state.epoch(), state.nextSale()));
        Sale sale = Sale.of(number, state.basket());
        Discounts said = state.basket().discounts();
        SaleState frozen =
                released.map(earlier -> earlier.frozenAgain(sale, said)).orElseGet(() -> SaleState.frozen(sale, said));
        return new ToPay.Fresh(frozen, new JournalEvent.SaleFrozen(sale));
    }

    private static Decision busyWith(Attempt living) {
        Refusal reason = switch (living.state()) {
            case CREATED, SENDING, PENDING, UNKNOWN -> Refusal.ALREADY_BEING_PAID;
            case CANCELLING, ANOMALY, NEEDS_PERSON -> Refusal.OUTCOME_FIRST;
            case PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND, WATCH ->
                throw new IllegalStateException("an attempt that is over blocks nothing: " + living.order());
        };
        return new Decision.Refuse(reason, living.order().text());
    }

    // Ways out.

    private static Decision stop(RegisterState state, Intent.Stop stop) {
        OrderNumber named = stop.order();
        Optional<Attempt> meant =
                named == null ? state.saleAtCounter().flatMap(SaleState::living) : state.attempt(named);
        if (meant.isEmpty()) return refuse(named == null ? Refusal.NOTHING_TO_STOP : Refusal.NO_SUCH_ORDER);
        Attempt attempt = meant.get();
        String order = attempt.order().text();
        return switch (attempt.state()) {
            case SENDING, PENDING, UNKNOWN, NEEDS_PERSON -> stop(state, attempt, stop.keepsGoods());
            case ANOMALY -> anomaly(state, attempt, stop.keepsGoods());
            case CANCELLING, WATCH -> new Decision.Refuse(Refusal.ALREADY_CANCELLING, order);
            case CREATED, PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND ->
                new Decision.Refuse(Refusal.NOTHING_TO_STOP, order);
        };
    }

    private static Decision stop(RegisterState state, Attempt attempt, @Nullable Boolean keepsGoods) {
        if (keepsGoods == null) {
            return new Decision.Refuse(
                    Refusal.SAY_WHERE_THE_GOODS_ARE, attempt.order().text());
        }
        // Whoever was let go with the goods is not refunded because somebody else says otherwise later.
        if (!keepsGoods && attempt.goodsKept()) {
            return new Decision.Refuse(Refusal.GOODS_ARE_GONE, attempt.order().text());
        }
        boolean moneyHasAPlace = state.saleOf(attempt.order())
                .filter(sale -> sale.stillNeeds(attempt.facts().amount()))
                .isPresent();
        if (keepsGoods && !moneyHasAPlace) return refuse(Refusal.PAID_OTHERWISE);
        return write(
                keepsGoods
                        ? new JournalEvent.GoodsKept(attempt.order(), state.cashier())
                        : new JournalEvent.CancelDecided(attempt.order(), CancelCause.STOPPED, state.cashier()));
    }

    /** What contradicts itself is never cancelled; a person may only vouch that the goods were given for it. */
    private static Decision anomaly(RegisterState state, Attempt attempt, @Nullable Boolean keepsGoods) {
        if (keepsGoods != null && !keepsGoods) return refuse(Refusal.NOTHING_TO_STOP);
        return stop(state, attempt, keepsGoods);
    }

    private static Decision allowAnother(RegisterState state, Intent.AllowAnother allow) {
        OrderNumber named = allow.order();
        Optional<Attempt> meant =
                named == null ? state.saleAtCounter().flatMap(SaleState::living) : state.attempt(named);
        if (meant.isEmpty()) return refuse(named == null ? Refusal.NOTHING_IN_THE_WAY : Refusal.NO_SUCH_ORDER);
        Attempt attempt = meant.get();
        boolean inTheWay = attempt.state() == AttemptState.CANCELLING && !attempt.leavesRoomForAnother();
        if (!inTheWay) return refuse(Refusal.NOTHING_IN_THE_WAY);
        return write(new JournalEvent.AnotherTenderAllowed(attempt.order(), state.cashier()));
    }

    private static Decision recall(RegisterState state, ReceiptNumber receipt) {
        Optional<SaleState> sale = state.sale(receipt);
        if (sale.isEmpty()) return refuse(Refusal.NO_SUCH_SALE);
        if (!state.basket().isEmpty()) return refuse(Refusal.BASKET_NOT_EMPTY);
        return afterClearing(state, whenNothingIsUnderWay(sale.get(), new JournalEvent.SaleReleased(receipt)));
    }

    private static Decision abandon(RegisterState state, ReceiptNumber receipt) {
        return state.sale(receipt)
                .map(sale -> whenNothingIsUnderWay(sale, new JournalEvent.SaleAbandoned(receipt, state.cashier())))
                .orElse(refuse(Refusal.NO_SUCH_SALE));
    }

    private static Decision whenNothingIsUnderWay(SaleState sale, JournalEvent event) {
        if (sale.stage() != SaleState.Stage.FROZEN) return refuse(Refusal.NO_SUCH_SALE);
        if (sale.isPartPaid()) return refuse(Refusal.PART_PAID);
        return sale.living()
                .<Decision>map(living -> new Decision.Refuse(
                        Refusal.OUTCOME_FIRST, living.order().text()))
                .orElseGet(() -> write(event));
    }

    private Decision settle(RegisterState state, Intent.SettleAttempt settle) {
        Optional<Attempt> attempt = state.attempt(settle.order());
        if (attempt.isEmpty()) return refuse(Refusal.NO_SUCH_ORDER);
        // Nobody is asked about the order of another account, so only a person can look it up there.
        boolean foreign = shop.isOfAnotherAccount(attempt.get());
        boolean forAPerson = switch (attempt.get().state()) {
            case NEEDS_PERSON, ANOMALY -> true;
            case PENDING, UNKNOWN -> foreign || (attempt.get().goodsKept() && provedAbsent(state, attempt.get()));
            case CANCELLING, WATCH -> foreign;
            case CREATED, SENDING, PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> false;
        };
        if (!forAPerson) return refuse(Refusal.NOT_FOR_A_PERSON);
        return write(
                new JournalEvent.AttemptSettled(settle.order(), settle.settlement(), state.cashier(), settle.note()));
    }

    /** The provider's last word is a signed "no such order", long after anything could still be on its way. */
    private static boolean provedAbsent(RegisterState state, Attempt attempt) {
        JournalEvent.AttemptAnswered last = attempt.last();
        return last != null
                && last.answer() == AnswerKind.NO_SUCH_ORDER
                && state.lastAt() - attempt.sendingAt() > LOST_AFTER_MS;
    }

    private static Decision settle(RegisterState state, Intent.SettleVoucher settle) {
        if (!state.owed().owes(settle.receipt())) return refuse(Refusal.NO_VOUCHER_OWED);
        return write(new JournalEvent.VoucherSettled(settle.receipt(), settle.end(), state.cashier()));
    }

    // Paper.

    private static Decision print(RegisterState state, Intent.Print print) {
        ReceiptNumber receipt = print.receipt();
        boolean paid = state.sale(receipt)
                .map(sale -> sale.stage() == SaleState.Stage.PAID)
                .orElse(true);
        if (!paid) return refuse(Refusal.NO_SUCH_SALE);
        Optional<Sheet> sheet = state.owed().newestSheet(receipt);
        if (sheet.isPresent() && sheet.get().isUnspent()) {
            return write(new JournalEvent.PrintReleased(receipt, sheet.get().copy(), state.cashier()));
        }
        if (sheet.isPresent() && sheet.get().isUnderWay()) return new Decision.Refuse(Refusal.PRINTING, receipt.text());
        return copyOrdered(state, receipt, print.copies())
                .<Decision>map(Counter::write)
                .orElseGet(Counter::tooManyCopies);
    }

    private static Decision printOwed(RegisterState state) {
        return new Decision.Write(state.owed().newest().stream()
                .filter(owed -> owed.sheet().isUnspent())
                .limit(Intent.PrintOwed.SHEETS_MAX)
                .<JournalEvent>map(owed -> new JournalEvent.PrintReleased(
                        owed.receipt(), owed.sheet().copy(), state.cashier()))
                .toList());
    }

    private static Decision judge(RegisterState state, Intent.JudgePrint judge) {
        ReceiptNumber receipt = judge.receipt();
        Optional<Sheet> sheet = state.owed().sheet(receipt, judge.copy());
        if (sheet.isEmpty() || sheet.get().state() != PrintJobState.UNKNOWN) return refuse(Refusal.NOTHING_TO_JUDGE);
        JournalEvent judged = new JournalEvent.PrintJudged(receipt, judge.copy(), judge.complete(), state.cashier());
        if (judge.complete()) return write(judged);
        return copyOrdered(state, receipt, judge.copy())
                .<Decision>map(ordered -> new Decision.Write(List.of(judged, ordered)))
                .orElseGet(Counter::tooManyCopies);
    }

    /** Numbered above every copy that is known here or was found elsewhere. Empty if too many are under way. */
    private static Optional<JournalEvent> copyOrdered(RegisterState state, ReceiptNumber receipt, int known) {
        Copies copies = state.owed().copies();
        boolean takesRoom = state.owed().newestSheet(receipt).isEmpty();
        if (takesRoom && copies.open().size() >= Copies.OPEN_MAX) return Optional.empty();
        int newest = state.owed().newestSheet(receipt).map(Sheet::copy).orElse(0);
        int copy = Math.max(Math.max(known, newest), copies.highest(receipt)) + 1;
        return Optional.of(new JournalEvent.CopyOrdered(receipt, copy, state.cashier()));
    }

    private static Decision tooManyCopies() {
        return new Decision.Refuse(Refusal.TOO_MANY_COPIES, Integer.toString(Copies.OPEN_MAX));
    }

    // What was found out.

    private static JournalEvent kept(RegisterState state, Intent.KeepFinding keep) {
        return new JournalEvent.FindingKept(
                keep.symptom(), keep.verdict(), keep.causes(), keep.mends(), keep.tookMs(), state.cashier());
    }

    private static Decision write(JournalEvent event) {
        return new Decision.Write(List.of(event));
    }

    private static Decision refuse(Refusal reason) {
        return new Decision.Refuse(reason, "");
    }
}
