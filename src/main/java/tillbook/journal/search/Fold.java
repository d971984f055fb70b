package tillbook.journal.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.sale.Line;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * What a batch of events makes of the rows it speaks of. The rows that exist are put in first; then the fold runs
 * without a database, so a sale of eight events is written once. Total: an event that speaks of nothing known leaves no
 * row but its own, because the copy must never refuse what the tape has accepted.
 *
 * <p>Used by one thread.
 */
final class Fold {
    private final Map<ReceiptNumber, Kept<SaleRow>> sales = new LinkedHashMap<>();
    private final Map<OrderNumber, Kept<AttemptRow>> attempts = new LinkedHashMap<>();
    private final Map<Long, List<Line>> lines = new LinkedHashMap<>();
    private final List<TenderRow> tenders = new ArrayList<>();
    private final List<EventRow> events = new ArrayList<>();

    void putLoaded(SaleRow row) {
        sales.put(row.receipt(), Kept.loaded(row));
    }

    void putLoaded(AttemptRow row) {
        attempts.put(row.order(), Kept.loaded(row));
    }

    Iterable<Kept<SaleRow>> sales() {
        return sales.values();
    }

    Iterable<Kept<AttemptRow>> attempts() {
        return attempts.values();
    }

    /** New lines by {@link SaleRow#id}; they replace what the sale had. */
    Map<Long, List<Line>> lines() {
        return lines;
    }

    List<TenderRow> tenders() {
        return tenders;
    }

    List<EventRow> events() {
        return events;
    }

    void apply(Decoding decoding) {
        JournalEvent event = decoding.event();
        Stamp stamp = decoding.stamp();
        if (event != null && stamp != null) project(decoding.record().sequence(), stamp, event);
        events.add(new EventRow(decoding.record(), decoding.type(), stamp, event == null ? null : basketOf(event)));
    }

    private @Nullable Long basketOf(JournalEvent event) {
        About about = About.of(event);
        if (about.basket() != null) return about.basket();
        ReceiptNumber receipt = about.receipt();
        if (receipt == null && about.order() != null) {
            Kept<AttemptRow> attempt = attempts.get(about.order());
            receipt = attempt == null ? null : attempt.row().receipt();
        }
        Kept<SaleRow> sale = receipt == null ? null : sales.get(receipt);
        return sale == null ? null : (Long) sale.row().opening().basket();
    }

    private void project(long sequence, Stamp stamp, JournalEvent event) {
        switch (event) {
            case JournalEvent.SaleFrozen(Sale sale) -> freeze(sequence, stamp, sale);
            case JournalEvent.SaleReleased released ->
                onSale(released.receipt(), sale -> sale.with(SaleState.RELEASED));
            case JournalEvent.SaleAbandoned abandoned ->
                onSale(abandoned.receipt(), sale -> sale.with(SaleState.ABANDONED));
            case JournalEvent.AttemptCreated created -> create(sequence, stamp, created);
            case JournalEvent.AttemptSending sending ->
                onAttempt(sending.order(), was -> was.moved(AttemptState.SENDING, stamp.at()));
            case JournalEvent.AttemptAnswered answered ->
                onAttempt(
                        answered.order(), was -> was.heard(answered.exchange()).moved(answered.state(), stamp.at()));
            case JournalEvent.AttemptMoved moved ->
                onAttempt(moved.order(), was -> was.moved(moved.state(), stamp.at()));
            case JournalEvent.CancelDecided decided ->
                onAttempt(decided.order(), was -> was.cancelling(decided.cause()));
            case JournalEvent.GoodsKept kept -> onAttempt(kept.order(), AttemptRow.Progress::goodsWereKept);
            case JournalEvent.AttemptSettled settled ->
                onAttempt(settled.order(), was -> was.settled(settled.settlement(), stamp.at()));
            case JournalEvent.ScanPaid paid -> scanPaid(sequence, stamp, paid);
            case JournalEvent.CashTaken cash -> cashTaken(sequence, stamp, cash);
            case JournalEvent.VoucherSettled settled ->
                onSale(settled.receipt(), sale -> sale.with(sale.voucher().ended(settled.end())));
            case JournalEvent.OfSheet sheet ->
                onSale(sheet.receipt(), sale -> sale.with(sale.voucher().after(sheet)));
            case JournalEvent.RegisterStarted _,
                    JournalEvent.RegisterStopped _,
                    JournalEvent.ShiftOpened _,
                    JournalEvent.CashierSignedOn _,
                    JournalEvent.FindingKept _,
                    JournalEvent.AnotherTenderAllowed _,
                    JournalEvent.LineAdded _,
                    JournalEvent.LineQuantityChanged _,
                    JournalEvent.LinePriceChanged _,
                    JournalEvent.LineDiscounted _,
                    JournalEvent.BasketDiscounted _,
                    JournalEvent.LineVoided _,
                    JournalEvent.BasketDropped _,
                    JournalEvent.BasketHeld _,
                    JournalEvent.BasketRecalled _ -> {
                // These have their own row among the events and change no sale.
            }
        }
    }

    private void freeze(long sequence, Stamp stamp, Sale sale) {
        Kept<SaleRow> known = sales.get(sale.number());
        Kept<SaleRow> now = known == null
                ? Kept.fresh(SaleRow.opened(sequence, stamp, sale))
                : known.changed(known.row().frozenAgain(stamp, sale));
        sales.put(sale.number(), now);
        lines.put(now.row().id(), sale.lines());
    }

    private void create(long sequence, Stamp stamp, JournalEvent.AttemptCreated created) {
        Kept<SaleRow> sale = sales.get(created.receipt());
        if (sale == null || attempts.containsKey(created.order())) return;
        attempts.put(created.order(), Kept.fresh(AttemptRow.created(sequence, sale.row(), created, stamp.at())));
        onMoney(
                created.receipt(),
                money -> money.tried(Means.of(created.provider())).attemptsOpen(1));
    }

    private void scanPaid(long sequence, Stamp stamp, JournalEvent.ScanPaid paid) {
        onAttempt(
                paid.order(),
                was -> was.heard(paid.exchange()).traded(paid.tradeNumber()).moved(AttemptState.PAID, stamp.at()));
        paid(stamp, paid, Means.of(paid.provider()), sale -> TenderRow.of(sequence, sale, paid, stamp.at()));
    }

    private void cashTaken(long sequence, Stamp stamp, JournalEvent.CashTaken cash) {
        paid(stamp, cash, Means.CASH, sale -> TenderRow.of(sequence, sale, cash, stamp.at()));
    }

    private interface ToTender {
        TenderRow of(SaleRow sale);
    }

    private void paid(Stamp stamp, JournalEvent.TenderPaid event, Means means, ToTender tender) {
        Kept<SaleRow> sale = sales.get(event.receipt());
        if (sale == null) return;
        tenders.add(tender.of(sale.row()));
        onSale(event.receipt(), row -> withTender(row, stamp, event, means, event.amount()));
    }

    private static SaleRow withTender(
            SaleRow sale, Stamp stamp, JournalEvent.TenderPaid event, Means means, Money amount) {
        JournalEvent.Completion completion = event.completion();
        if (completion == null) {
            SaleRow paid =
                    sale.with(sale.money().paid(means, amount, sale.money().paidAt()));
            return sale.state() == SaleState.PAID ? paid : paid.with(SaleState.PART_PAID);
        }
        return sale.with(sale.money().paid(means, amount, stamp.at()))
                .with(SaleState.PAID)
                .with(SaleRow.VoucherSide.owed(completion));
    }

    private void onSale(ReceiptNumber receipt, UnaryOperator<SaleRow> change) {
        sales.computeIfPresent(receipt, (_, kept) -> kept.changed(change.apply(kept.row())));
    }

    private void onMoney(ReceiptNumber receipt, UnaryOperator<SaleRow.MoneySide> change) {
        onSale(receipt, sale -> sale.with(change.apply(sale.money())));
    }

    private void onAttempt(OrderNumber order, UnaryOperator<AttemptRow.Progress> change) {
        Kept<AttemptRow> kept = attempts.get(order);
        if (kept == null) return;
        AttemptRow changed = kept.row().with(change.apply(kept.row().progress()));
        attempts.put(order, kept.changed(changed));
        int opened = (changed.isOpen() ? 1 : 0) - (kept.row().isOpen() ? 1 : 0);
        if (opened != 0) onMoney(changed.receipt(), money -> money.attemptsOpen(opened));
    }
}
