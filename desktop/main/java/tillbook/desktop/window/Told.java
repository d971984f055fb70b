package tillbook.desktop.window;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.desktop.till.Till;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.payment.AttemptState;
import tillbook.receipt.ReceiptText;
import tillbook.register.SaleState;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/** Tells what changed at a driven window, with the words that stand in it. Owned by the drawing thread. */
final class Told {
    private final Till till;
    private final Locale language;
    private final Hands hands;
    private Snapshot last;

    Told(Till till, Locale language, Snapshot first, Hands hands) {
        this.till = till;
        this.language = language;
        this.last = first;
        this.hands = hands;
    }

    void sees(Snapshot now) {
        Snapshot before = last;
        last = now;
        int lines = now.state().basket().lines().size();
        if (lines > 0 && !now.state().basket().equals(before.state().basket())) line(now);
        Optional<AttemptState> state = living(now);
        if (state.isPresent() && !state.equals(living(before))) say(type(state.get()));
        JournalEntry entry = now.lastPaid();
        if (entry != null && !entry.equals(before.lastPaid()) && entry.event() instanceof TenderPaid paid)
            paid(entry, paid, before, now);
    }

    private void line(Snapshot now) {
        DrivenWindow.say(
                "line", Map.of("text", now.state().basket().lines().getLast().name() + "  " + hands.reads("total")));
    }

    private void say(String type) {
        DrivenWindow.say(type, Map.of("text", hands.reads("state-title")));
    }

    private static Optional<AttemptState> living(Snapshot of) {
        return of.state().saleAtCounter().flatMap(SaleState::living).map(attempt -> attempt.state());
    }

    private static String type(AttemptState state) {
        return switch (state) {
            case PENDING -> "pending";
            case UNKNOWN -> "checking";
            case CREATED, SENDING -> "paying";
            case CANCELLING, WATCH -> "cancelling";
            case ANOMALY, NEEDS_PERSON -> "person";
            case PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> "not-paid";
        };
    }

    private void paid(JournalEntry entry, TenderPaid paid, Snapshot before, Snapshot now) {
        sale(paid.receipt(), before, now).ifPresent(sale -> {
            var receipt = till.receipts(language).paid(sale, List.of(paid), entry.stamp());
            var text = new ReceiptText(
                    ReceiptText.COLUMNS_58_MM, language, till.clock().wall().getZone());
            DrivenWindow.say(
                    "receipt",
                    Map.of("receipt", paid.receipt().text(), "text", String.join("\n", text.lines(receipt))));
        });
        DrivenWindow.say(
                "voucher-owed",
                Map.of("receipt", paid.receipt().text(), "text", hands.reads("state-title") + " " + paid.amount()));
    }

    private static Optional<Sale> sale(ReceiptNumber number, Snapshot before, Snapshot now) {
        Sale frozen = now.lastFrozen();
        if (frozen != null && frozen.number().equals(number)) return Optional.of(frozen);
        return before.state().sale(number).map(SaleState::sale);
    }
}
