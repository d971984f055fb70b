package tillbook.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.AnotherTenderAllowed;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.AttemptMoved;
import tillbook.journal.JournalEvent.AttemptSending;
import tillbook.journal.JournalEvent.AttemptSettled;
import tillbook.journal.JournalEvent.BasketDiscounted;
import tillbook.journal.JournalEvent.BasketDropped;
import tillbook.journal.JournalEvent.BasketHeld;
import tillbook.journal.JournalEvent.BasketRecalled;
import tillbook.journal.JournalEvent.CancelDecided;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.CashierSignedOn;
import tillbook.journal.JournalEvent.CopyOrdered;
import tillbook.journal.JournalEvent.FindingKept;
import tillbook.journal.JournalEvent.GoodsKept;
import tillbook.journal.JournalEvent.LineAdded;
import tillbook.journal.JournalEvent.LineDiscounted;
import tillbook.journal.JournalEvent.LinePriceChanged;
import tillbook.journal.JournalEvent.LineQuantityChanged;
import tillbook.journal.JournalEvent.LineVoided;
import tillbook.journal.JournalEvent.PrintJudged;
import tillbook.journal.JournalEvent.PrintMoved;
import tillbook.journal.JournalEvent.PrintReleased;
import tillbook.journal.JournalEvent.PrintSending;
import tillbook.journal.JournalEvent.RegisterStarted;
import tillbook.journal.JournalEvent.RegisterStopped;
import tillbook.journal.JournalEvent.SaleAbandoned;
import tillbook.journal.JournalEvent.SaleFrozen;
import tillbook.journal.JournalEvent.SaleReleased;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.ShiftOpened;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.journal.JournalEvent.VoucherSettled;
import tillbook.journal.Stamp;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;
import tillbook.sale.Basket;
import tillbook.sale.HeldNumber;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * What the register is: the fold of its records, and nothing else. Small: only what is open, so that it fits at the head
 * of a tape segment. Immutable.
 *
 * @param epochs every epoch used so far, the newest last; empty before the first start
 * @param place where the data lay at the last start
 * @param open a process is at work, or ended without saying goodbye
 * @param nextSale sequence of the next receipt number
 * @param nextBasket number of the next new basket
 * @param basket on the counter, perhaps empty
 * @param atCounter the sale whose customer stands at the counter, null if none or if the next basket was begun
 * @param sales all that are not at rest, oldest first
 * @param held baskets that stepped aside, oldest first, at most {@link HeldBasket#BASKETS_MAX}
 * @param lastAt wall time of the newest record, ms
 */
public record RegisterState(
        List<String> epochs,
        String place,
        boolean open,
        int shift,
        String cashier,
        long nextSale,
        long nextBasket,
        Basket basket,
        @Nullable ReceiptNumber atCounter,
        List<SaleState> sales,
        List<HeldBasket> held,
        VouchersOwed owed,
        long lastAt) {

    public static final RegisterState NEW = new RegisterState(
            List.of(), "", false, 0, "", 1, 1, Basket.empty(1), null, List.of(), List.of(), VouchersOwed.NONE, 0);

    public RegisterState {
        epochs = List.copyOf(epochs);
        sales = List.copyOf(sales);
        held = List.copyOf(held);
    }

    /** A held basket by its number. */
    public Optional<HeldBasket> held(HeldNumber number) {
        return held.stream().filter(one -> one.number().equals(number)).findFirst();
    }

    public Optional<SaleState> sale(ReceiptNumber receipt) {
        for (SaleState sale : sales) {
            if (sale.sale().number().equals(receipt)) return Optional.of(sale);
        }
        return Optional.empty();
    }

    public Optional<SaleState> saleAtCounter() {
        return atCounter == null ? Optional.empty() : sale(atCounter);
    }

    /** The sale that an order belongs to, while it is not at rest. */
    public Optional<SaleState> saleOf(OrderNumber order) {
        for (SaleState sale : sales) {
            if (sale.attempt(order).isPresent()) return Optional.of(sale);
        }
        return Optional.empty();
    }

    public Optional<Attempt> attempt(OrderNumber order) {
        for (SaleState sale : sales) {
            Optional<Attempt> attempt = sale.attempt(order);
            if (attempt.isPresent()) return attempt;
        }
        return Optional.empty();
    }

    /** Every attempt that is not final: being paid, being checked, being cancelled, watched, or waiting for a person. */
    public Stream<Attempt> openAttempts() {
        return listOpenAttempts().stream();
    }

    /** The same as a list of its own: every turn goes through it. */
    List<Attempt> listOpenAttempts() {
        List<Attempt> open = new ArrayList<>();
        for (SaleState sale : sales) {
            for (Attempt attempt : sale.attempts()) {
                if (!attempt.state().isFinal()) open.add(attempt);
            }
        }
        return open;
    }

    /** Lines of all sales that are not at rest and of all held baskets: what a snapshot must hold. */
    int openLines() {
        return sales.stream().mapToInt(SaleState::weight).sum()
                + held.stream().mapToInt(one -> one.basket().weight()).sum();
    }

    /** The released sale whose number the basket on the counter keeps. */
    Optional<SaleState> releasedSaleOfBasket() {
        return sales.stream()
                .filter(sale ->
                        sale.stage() == SaleState.Stage.RELEASED && sale.sale().basket() == basket.number())
                .findFirst();
    }

    /**
     * The same state found in a copy that was put back: whoever went on from the same records may have given the next
     * numbers, so the next start takes a new epoch.
     */
    public RegisterState restored() {
        return new RegisterState(
                epochs, "", open, shift, cashier, nextSale, nextBasket, basket, atCounter, sales, held, owed, lastAt);
    }

    public String epoch() {
        return epochs.isEmpty() ? "" : epochs.getLast();
    }

    /** The state after one more record. Pure; a record that does not fit the state is a bug and throws. */
    public RegisterState after(JournalEntry entry) {
        return after(entry.event(), entry.stamp()).at(entry.stamp().at());
    }

    private RegisterState after(JournalEvent event, Stamp stamp) {
        return switch (event) {
            case RegisterStarted started -> started(started);
            case RegisterStopped _ -> opened(false);
            case ShiftOpened opened -> inShift(opened.shift(), opened.cashier());
            case CashierSignedOn signed -> inShift(shift, signed.cashier());
            case LineAdded added -> lineAdded(added);
            case LineQuantityChanged changed -> with(basket.changed(changed.line(), changed.quantity()));
            case LinePriceChanged changed -> with(basket.changed(changed.line(), changed.price()));
            case LineDiscounted discounted -> with(basket.discounted(discounted.line(), discounted.discount()));
            case BasketDiscounted discounted -> with(basket.discounted(discounted.discount()));
            case LineVoided voided -> with(basket.without(voided.line()));
            case BasketDropped _ -> basketDropped();
            case BasketHeld stepped -> basketHeld(stepped, stamp);
            case BasketRecalled recalled -> basketRecalled(recalled.number());
            case SaleFrozen frozen -> saleFrozen(frozen.sale());
            case SaleReleased released -> saleReleased(released.receipt());
            case SaleAbandoned abandoned ->
                withSale(abandoned.receipt(), sale -> sale.in(SaleState.Stage.ABANDONED))
                        .leaving(abandoned.receipt());
            case AttemptCreated created -> withSale(created.receipt(), sale -> sale.with(Attempt.created(created)));
            case AttemptSending sending -> withAttempt(sending.order(), attempt -> attempt.sending(stamp.at()));
            case AttemptAnswered answered -> withAttempt(answered.order(), attempt -> attempt.answered(answered));
            case AttemptMoved moved -> withAttempt(moved.order(), attempt -> attempt.in(moved.state()));
            case CancelDecided decided -> withAttempt(decided.order(), attempt -> attempt.cancelling(decided.cause()));
            case GoodsKept kept -> withAttempt(kept.order(), Attempt::keptByCustomer);
            case AnotherTenderAllowed allowed ->
                withAttempt(allowed.order(), attempt -> attempt.withAnotherAllowed(allowed.by()));
            case AttemptSettled settled ->
                withAttempt(settled.order(), attempt -> attempt.settled(settled.settlement()));
            case ScanPaid paid ->
                withAttempt(paid.order(), attempt -> attempt.in(AttemptState.PAID))
                        .tenderPaid(paid, stamp);
            case CashTaken taken -> tenderPaid(taken, stamp);
            case VoucherSettled settled -> with(owed.settled(settled.receipt()));
            case PrintReleased released ->
                with(owed.released(released.receipt(), released.copy(), stamp.at(), released.by()));
            case CopyOrdered ordered -> with(owed.ordered(ordered.receipt(), ordered.copy(), stamp.at(), ordered.by()));
            case PrintSending sending ->
                with(owed.moved(sending.receipt(), sending.copy(), PrintJobState.SENDING, null));
            case PrintMoved moved -> with(owed.moved(moved.receipt(), moved.copy(), moved.state(), moved.fault()));
            case FindingKept _ -> this;
            case PrintJudged judged ->
                judged.complete()
                        ? with(owed.moved(judged.receipt(), judged.copy(), PrintJobState.CONFIRMED, null))
                        : this;
        };
    }

    private RegisterState started(RegisterStarted started) {
        List<String> all = new ArrayList<>(epochs);
        if (!started.epoch().equals(epoch())) all.add(started.epoch());
        return new RegisterState(
                all,
                started.place(),
                true,
                shift,
                cashier,
                nextSale,
                nextBasket,
                basket,
                atCounter,
                sales,
                held,
                owed,
                lastAt);
    }

    private RegisterState lineAdded(LineAdded added) {
        if (added.basket() != basket.number()) {
            throw new IllegalStateException(
                    "a line for basket " + added.basket() + " on the counter of " + basket.number());
        }
        long next = Math.max(nextBasket, added.basket() + 1);
        return new RegisterState(
                epochs,
                place,
                open,
                shift,
                cashier,
                nextSale,
                next,
                basket.with(added.line()),
                null,
                sales,
                held,
                owed,
                lastAt);
    }

    private RegisterState basketDropped() {
        RegisterState cleared = with(Basket.empty(nextBasket));
        return releasedSaleOfBasket()
                .map(sale -> cleared.withSale(sale.sale().number(), released -> released.in(SaleState.Stage.ABANDONED)))
                .orElse(cleared);
    }

    private RegisterState basketHeld(BasketHeld stepped, Stamp stamp) {
        List<HeldBasket> all = new ArrayList<>(held);
        all.add(new HeldBasket(stepped.number(), basket, stepped.note(), stamp.at()));
        return with(Basket.empty(nextBasket)).with(all);
    }

    private RegisterState basketRecalled(HeldNumber number) {
        HeldBasket back = held(number)
                .orElseThrow(() -> new IllegalStateException("a record for a basket that is not held: " + number));
        if (!basket.isEmpty()) throw new IllegalStateException("a basket comes back onto another one: " + number);
        List<HeldBasket> others =
                held.stream().filter(one -> !one.number().equals(number)).toList();
        return withNobodyAtCounter().with(others).with(back.basket());
    }

    private RegisterState saleFrozen(Sale sale) {
        Optional<SaleState> known = sale(sale.number());
        List<SaleState> all = new ArrayList<>(sales);
        known.ifPresent(all::remove);
        all.add(known.map(earlier -> earlier.frozenAgain(sale, basket.discounts()))
                .orElseGet(() -> SaleState.frozen(sale, basket.discounts())));
        return new RegisterState(
                epochs,
                place,
                open,
                shift,
                cashier,
                known.isPresent() ? nextSale : nextSale + 1,
                nextBasket,
                Basket.empty(nextBasket),
                sale.number(),
                all,
                held,
                owed,
                lastAt);
    }

    private RegisterState saleReleased(ReceiptNumber receipt) {
        Basket back = sale(receipt).orElseThrow().asBasket();
        if (!basket.isEmpty()) throw new IllegalStateException("a basket comes back onto another one: " + receipt);
        return withSale(receipt, sale -> sale.in(SaleState.Stage.RELEASED))
                .withNobodyAtCounter()
                .with(back);
    }

    private RegisterState tenderPaid(TenderPaid paid, Stamp stamp) {
        JournalEvent.Completion completion = paid.completion();
        RegisterState after = withSale(paid.receipt(), sale -> sale.paying(paid.amount(), completion != null));
        if (completion == null) return after;
        Sale sale = sale(paid.receipt()).orElseThrow().sale();
        return after.with(owed.with(
                new VouchersOwed.Owed(sale.number(), sale.amount(), stamp.at(), completion.job(), completion.held())));
    }

    /** The customer of this sale is no longer awaited at the counter. */
    private RegisterState leaving(ReceiptNumber receipt) {
        return receipt.equals(atCounter) ? withNobodyAtCounter() : this;
    }

    /** Whoever stood there is in the tray. */
    private RegisterState withNobodyAtCounter() {
        return new RegisterState(
                epochs, place, open, shift, cashier, nextSale, nextBasket, basket, null, sales, held, owed, lastAt);
    }

    private RegisterState withAttempt(OrderNumber order, UnaryOperator<Attempt> change) {
        SaleState sale = saleOf(order)
                .orElseThrow(() -> new IllegalStateException("a record for an order that is not open: " + order));
        Attempt attempt = sale.attempt(order).orElseThrow();
        return withSale(sale.sale().number(), known -> known.with(change.apply(attempt)));
    }

    private RegisterState withSale(ReceiptNumber receipt, UnaryOperator<SaleState> change) {
        List<SaleState> all = new ArrayList<>(sales.size());
        boolean found = false;
        for (SaleState sale : sales) {
            boolean meant = sale.sale().number().equals(receipt);
            found |= meant;
            SaleState next = meant ? change.apply(sale) : sale;
            if (!next.isAtRest()) all.add(next);
        }
        if (!found) throw new IllegalStateException("a record for a sale that is not open: " + receipt);
        return new RegisterState(
                epochs, place, open, shift, cashier, nextSale, nextBasket, basket, atCounter, all, held, owed, lastAt);
    }

    private RegisterState with(Basket changed) {
        return new RegisterState(
                epochs,
                place,
                open,
                shift,
                cashier,
                nextSale,
                nextBasket,
                changed,
                atCounter,
                sales,
                held,
                owed,
                lastAt);
    }

    RegisterState with(List<HeldBasket> changed) {
        return new RegisterState(
                epochs,
                place,
                open,
                shift,
                cashier,
                nextSale,
                nextBasket,
                basket,
                atCounter,
                sales,
                changed,
                owed,
                lastAt);
    }

    RegisterState with(VouchersOwed changed) {
        return new RegisterState(
                epochs,
                place,
                open,
                shift,
                cashier,
                nextSale,
                nextBasket,
                basket,
                atCounter,
                sales,
                held,
                changed,
                lastAt);
    }

    private RegisterState inShift(int number, String who) {
        return new RegisterState(
                epochs, place, open, number, who, nextSale, nextBasket, basket, atCounter, sales, held, owed, lastAt);
    }

    private RegisterState opened(boolean now) {
        return new RegisterState(
                epochs, place, now, shift, cashier, nextSale, nextBasket, basket, atCounter, sales, held, owed, lastAt);
    }

    private RegisterState at(long wallMs) {
        return new RegisterState(
                epochs,
                place,
                open,
                shift,
                cashier,
                nextSale,
                nextBasket,
                basket,
                atCounter,
                sales,
                held,
                owed,
                wallMs);
    }
}
