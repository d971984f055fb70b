package tillbook.journal.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tillbook.journal.EventCodec;
import tillbook.journal.JournalEvent;
import tillbook.journal.Stamp;
import tillbook.payment.AttemptState;

/** What a tape says, worked out in another way than the copy does: one mutable object a sale, every event at once. */
final class JournalModel {
    static final class Sale {
        String receipt = "";
        long basket;
        LocalDate day = LocalDate.EPOCH;
        long amount;
        long paid;
        List<String> items = new ArrayList<>();
        boolean released;
        boolean abandoned;
        boolean complete;

        @Nullable
        String voucherEnd;

        List<Attempt> attempts = new ArrayList<>();
        int tenders;
        List<Long> story = new ArrayList<>();

        SaleState state() {
            if (complete) return SaleState.PAID;
            if (abandoned) return SaleState.ABANDONED;
            if (released) return SaleState.RELEASED;
            return paid > 0 ? SaleState.PART_PAID : SaleState.OPEN;
        }

        VoucherState voucher() {
            if (voucherEnd != null) return VoucherState.valueOf(voucherEnd);
            return complete ? VoucherState.OWED : VoucherState.NONE;
        }

        long open() {
            return attempts.stream().filter(Attempt::isOpen).count();
        }
    }

    static final class Attempt {
        String order = "";
        long amount;
        AttemptState state = AttemptState.CREATED;
        boolean settled;

        @Nullable
        String trade;

        boolean isOpen() {
            return !settled && !state.isFinal();
        }
    }

    final Map<String, Sale> sales = new LinkedHashMap<>();
    private final Map<String, Sale> byOrder = new HashMap<>();
    private final Map<Long, List<Long>> stories = new TreeMap<>();

    static JournalModel of(List<TapeRecord> records) {
        JournalModel model = new JournalModel();
        for (TapeRecord record : records) {
            if (EventCodec.decode(record.payload())
                    instanceof EventCodec.Decoded.Event(Stamp stamp, JournalEvent event)) {
                model.tell(record.sequence(), stamp, event);
            }
        }
        return model;
    }

    private void tell(long sequence, Stamp stamp, JournalEvent event) {
        if (event instanceof JournalEvent.LineAdded e) story(e.basket(), sequence);
        if (event instanceof JournalEvent.LineVoided e) story(e.basket(), sequence);
        if (event instanceof JournalEvent.LineQuantityChanged e) story(e.basket(), sequence);
        if (event instanceof JournalEvent.LinePriceChanged e) story(e.basket(), sequence);
        if (event instanceof JournalEvent.LineDiscounted e) story(e.basket(), sequence);
        if (event instanceof JournalEvent.BasketDiscounted e) story(e.basket(), sequence);
        if (event instanceof JournalEvent.BasketHeld e) story(e.basket(), sequence);
        if (event instanceof JournalEvent.BasketRecalled e) story(e.basket(), sequence);
        if (event instanceof JournalEvent.SaleFrozen e) frozen(sequence, stamp, e.sale());
        if (event instanceof JournalEvent.SaleReleased e) sale(e.receipt().text(), sequence).released = true;
        if (event instanceof JournalEvent.SaleAbandoned e) sale(e.receipt().text(), sequence).abandoned = true;
        if (event instanceof JournalEvent.VoucherSettled e) {
            sale(e.receipt().text(), sequence).voucherEnd = e.end().name();
        }
        if (event instanceof JournalEvent.AttemptCreated e) {
            Attempt attempt = new Attempt();
            attempt.order = e.order().text();
            attempt.amount = e.amount().fen();
            Sale sale = sale(e.receipt().text(), sequence);
            sale.attempts.add(attempt);
            byOrder.put(attempt.order, sale);
        }
        if (event instanceof JournalEvent.AttemptSending e) {
            attempt(e.order().text(), sequence).state = AttemptState.SENDING;
        }
        if (event instanceof JournalEvent.AttemptAnswered e) attempt(e.order().text(), sequence).state = e.state();
        if (event instanceof JournalEvent.AttemptMoved e) attempt(e.order().text(), sequence).state = e.state();
        if (event instanceof JournalEvent.CancelDecided e) {
            attempt(e.order().text(), sequence).state = AttemptState.CANCELLING;
        }
        if (event instanceof JournalEvent.GoodsKept e) attempt(e.order().text(), sequence);
        if (event instanceof JournalEvent.AttemptSettled e) attempt(e.order().text(), sequence).settled = true;
        if (event instanceof JournalEvent.ScanPaid e) {
            Attempt attempt = attempt(e.order().text(), 0);
            attempt.state = AttemptState.PAID;
            attempt.trade = e.tradeNumber();
        }
        if (event instanceof JournalEvent.TenderPaid e) {
            Sale sale = sale(e.receipt().text(), sequence);
            sale.paid += e.amount().fen();
            sale.tenders++;
            if (e.completion() != null) sale.complete = true;
        }
    }

    private void frozen(long sequence, Stamp stamp, tillbook.sale.Sale frozen) {
        Sale sale = sales.computeIfAbsent(frozen.number().text(), _ -> new Sale());
        sale.receipt = frozen.number().text();
        sale.basket = frozen.basket();
        sale.day = stamp.day();
        sale.amount = frozen.amount().fen();
        sale.items = frozen.lines().stream().map(tillbook.sale.Line::name).toList();
        sale.released = false;
        story(sale.basket, sequence);
        sale.story = stories.getOrDefault(sale.basket, List.of());
    }

    private void story(long basket, long sequence) {
        if (sequence > 0)
            stories.computeIfAbsent(basket, _ -> new ArrayList<>()).add(sequence);
    }

    private Sale sale(String receipt, long sequence) {
        Sale sale = Optional.ofNullable(sales.get(receipt)).orElseThrow();
        story(sale.basket, sequence);
        return sale;
    }

    private Attempt attempt(String order, long sequence) {
        Sale sale = Optional.ofNullable(byOrder.get(order)).orElseThrow();
        story(sale.basket, sequence);
        return sale.attempts.stream()
                .filter(a -> a.order.equals(order))
                .findFirst()
                .orElseThrow();
    }
}
