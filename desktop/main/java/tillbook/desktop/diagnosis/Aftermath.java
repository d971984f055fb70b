package tillbook.desktop.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptMoved;
import tillbook.journal.JournalEvent.AttemptSettled;
import tillbook.journal.JournalEvent.PrintJudged;
import tillbook.journal.JournalEvent.PrintMoved;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.journal.JournalEvent.VoucherSettled;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.register.Sheet;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/**
 * What was open when somebody began to look for a trouble, and what has become of it since, as the journal tells it.
 * Immutable, safe from any thread.
 */
public final class Aftermath {
    /** So many payments and so many vouchers are followed; the tray shows all. */
    static final int FOLLOWED_MAX = 20;

    /** How something that was open came to its end. */
    public enum End {
        /** Proven by the provider. */
        PAID,
        /** Nothing was paid, and the sale waits for another payment. */
        NOT_PAID,
        /** This payment took no money; the sale is paid in another way. */
        PAID_OTHERWISE,
        /** This payment took no money, and none is asked for any more, or another payment of the sale is under way. */
        NO_MONEY,
        /** Cancelled, and a query confirmed it: the customer has the money, whether or not some was taken before. */
        BACK,
        /** The customer has the money again, as a person said. */
        RETURNED,
        /** Printed, and the printer or a person confirms it. */
        PRINTED,
        /** Taken whole by a printer that cannot confirm. */
        TAKEN,
        /** Given in another way. */
        GIVEN,
        /** Not wanted. */
        WAIVED,
        /** Begun, and nobody knows whether it came out: somebody has to look at the paper. */
        LOOK
    }

    /** One of them. */
    public record Became(ReceiptNumber receipt, Money amount, End end) {}

    private record Payment(ReceiptNumber receipt, Money amount) {}

    private final Map<OrderNumber, Payment> payments;
    private final Map<ReceiptNumber, Money> vouchers;

    private Aftermath(Map<OrderNumber, Payment> payments, Map<ReceiptNumber, Money> vouchers) {
        this.payments = payments;
        this.vouchers = vouchers;
    }

    /** Follows what is open now. */
    public static Aftermath of(RegisterState state) {
        Map<OrderNumber, Payment> payments = new LinkedHashMap<>();
        state.openAttempts()
                .limit(FOLLOWED_MAX)
                .forEach(attempt -> payments.put(
                        attempt.order(),
                        new Payment(attempt.facts().receipt(), attempt.facts().amount())));
        Map<ReceiptNumber, Money> vouchers = new LinkedHashMap<>();
        state.owed().newest().reversed().stream()
                .filter(owed -> owed.job() != PrintJobState.UNKNOWN)
                .limit(FOLLOWED_MAX)
                .forEach(owed -> vouchers.put(owed.receipt(), owed.amount()));
        return new Aftermath(payments, vouchers);
    }

    /** What came to an end, in the order in which it was open; may ask the searchable journal, so beside the screen. */
    public List<Became> by(RegisterState now, Function<ReceiptNumber, List<JournalEntry>> records) {
        List<Became> all = new ArrayList<>();
        payments.forEach((order, payment) -> {
            boolean open = now.attempt(order)
                    .filter(attempt -> !attempt.state().isFinal())
                    .isPresent();
            if (open) return;
            List<JournalEntry> life = records.apply(payment.receipt());
            Optional<End> end = payment(order, life).map(how -> ofTheSale(how, payment.receipt(), now, life));
            end.ifPresent(how -> all.add(new Became(payment.receipt(), payment.amount(), how)));
            boolean paid = end.filter(how -> how == End.PAID).isPresent();
            if (paid && !vouchers.containsKey(payment.receipt()))
                voucher(payment.receipt(), now, life)
                        .ifPresent(how -> all.add(new Became(payment.receipt(), payment.amount(), how)));
        });
        vouchers.forEach((receipt, amount) -> voucher(receipt, now, records.apply(receipt))
                .ifPresent(end -> all.add(new Became(receipt, amount, end))));
        return List.copyOf(all);
    }

    /** What ends a payment says nothing yet of its sale: that one may be paid in another way, or given up. */
    private static End ofTheSale(End end, ReceiptNumber receipt, RegisterState now, List<JournalEntry> life) {
        if (end != End.NOT_PAID && end != End.BACK) return end;
        boolean paid = life.stream()
                .anyMatch(entry -> entry.event() instanceof TenderPaid tender && tender.completion() != null);
        if (paid) return end == End.BACK ? End.BACK : End.PAID_OTHERWISE;
        return now.sale(receipt)
                .filter(sale ->
                        sale.stage() == SaleState.Stage.FROZEN && sale.living().isEmpty())
                .map(_ -> End.NOT_PAID)
                .orElse(end == End.BACK ? End.BACK : End.NO_MONEY);
    }

    /** Told by a record of its own alone: where the last one is not there yet, nothing is said of the money. */
    static Optional<End> payment(OrderNumber order, List<JournalEntry> life) {
        return life.reversed().stream()
                .map(JournalEntry::event)
                .flatMap(event -> end(order, event).stream())
                .findFirst();
    }

    private static Optional<End> end(OrderNumber order, JournalEvent event) {
        return switch (event) {
            case ScanPaid paid when paid.order().equals(order) -> Optional.of(End.PAID);
            case AttemptAnswered answered when answered.order().equals(order) -> unpaid(answered.state());
            case AttemptMoved moved when moved.order().equals(order) -> unpaid(moved.state());
            case AttemptSettled settled when settled.order().equals(order) -> Optional.of(of(settled.settlement()));
            default -> Optional.empty();
        };
    }

    private static Optional<End> unpaid(AttemptState state) {
        if (state == AttemptState.REVERSED) return Optional.of(End.BACK);
        boolean ended = state.isFinal() && state != AttemptState.PAID;
        return ended ? Optional.of(End.NOT_PAID) : Optional.empty();
    }

    private static End of(Settlement settlement) {
        return switch (settlement) {
            case MONEY_NOT_TAKEN -> End.NOT_PAID;
            case MONEY_RETURNED -> End.RETURNED;
        };
    }

    private static Optional<End> voucher(ReceiptNumber receipt, RegisterState now, List<JournalEntry> life) {
        if (now.owed().owes(receipt)) {
            return now.owed()
                    .newestSheet(receipt)
                    .map(Sheet::state)
                    .filter(state -> state == PrintJobState.UNKNOWN)
                    .map(_ -> End.LOOK);
        }
        return life.reversed().stream()
                .map(JournalEntry::event)
                .flatMap(event -> end(event).stream())
                .findFirst();
    }

    private static Optional<End> end(JournalEvent event) {
        return switch (event) {
            case PrintMoved moved when moved.state() == PrintJobState.CONFIRMED -> Optional.of(End.PRINTED);
            case PrintMoved moved when moved.state() == PrintJobState.UNCONFIRMABLE -> Optional.of(End.TAKEN);
            case PrintJudged judged when judged.complete() -> Optional.of(End.PRINTED);
            case VoucherSettled settled ->
                Optional.of(
                        switch (settled.end()) {
                            case GIVEN -> End.GIVEN;
                            case WAIVED -> End.WAIVED;
                        });
            default -> Optional.empty();
        };
    }
}
