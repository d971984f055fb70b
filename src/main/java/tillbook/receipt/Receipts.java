package tillbook.receipt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.AttemptMoved;
import tillbook.journal.JournalEvent.AttemptSettled;
import tillbook.journal.JournalEvent.CancelDecided;
import tillbook.journal.JournalEvent.SaleAbandoned;
import tillbook.journal.JournalEvent.SaleFrozen;
import tillbook.journal.JournalEvent.SaleReleased;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.journal.Stamp;
import tillbook.payment.AttemptState;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * Makes the receipt of a sale from its records, those of a minute ago and those of years ago alike. Immutable, safe from
 * any thread.
 */
public final class Receipts {
    private final Merchant merchant;
    private final boolean practice;

    /** For the receipts of one shop; {@code practice} if no real money moves here. */
    public Receipts(Merchant merchant, boolean practice) {
        this.merchant = merchant;
        this.practice = practice;
    }

    /** Whose receipts they are. */
    public Merchant merchant() {
        return merchant;
    }

    /** The receipt of a sale that is paid in full. */
    public Receipt paid(Sale sale, List<? extends TenderPaid> tenders, Stamp completed) {
        return Receipt.of(
                Receipt.Kind.SALE,
                merchant,
                practice,
                sale,
                tenders.stream().map(Tender::of).toList(),
                completed);
    }

    /**
     * What can be handed to the customer of a sale.
     *
     * @param entries records in their order; those that do not belong to the sale are passed over
     * @return empty where there is nothing to hand out: no such sale, or it holds no money and asks for none
     */
    public Optional<Receipt> of(ReceiptNumber number, List<JournalEntry> entries) {
        Reading reading = new Reading(number);
        entries.forEach(reading::read);
        return reading.receipt();
    }

    /** Walks the records of one sale. */
    private final class Reading {
        private final ReceiptNumber number;
        private final List<TenderPaid> paid = new ArrayList<>();
        private final Map<OrderNumber, AttemptCreated> open = new LinkedHashMap<>();
        private @Nullable Sale sale;
        private @Nullable Stamp frozen;
        private @Nullable Stamp completed;

        Reading(ReceiptNumber number) {
            this.number = number;
        }

        void read(JournalEntry entry) {
            switch (entry.event()) {
                case SaleFrozen event
                when event.sale().number().equals(number) -> {
                    sale = event.sale();
                    frozen = entry.stamp();
                }
                case SaleReleased event when event.receipt().equals(number) -> sale = null;
                case SaleAbandoned event when event.receipt().equals(number) -> sale = null;
                case AttemptCreated event when event.receipt().equals(number) -> open.put(event.order(), event);
                case AttemptAnswered event -> moved(event.order(), event.state());
                case AttemptMoved event -> moved(event.order(), event.state());
                case AttemptSettled event -> open.remove(event.order());
                case TenderPaid event when event.receipt().equals(number) -> pay(event, entry.stamp());
                default -> {}
            }
        }

        private void moved(OrderNumber order, AttemptState state) {
            if (state.isFinal() || state == AttemptState.WATCH) open.remove(order);
        }

        private void pay(TenderPaid event, Stamp stamp) {
            paid.add(event);
            if (event instanceof ScanPaid scan) open.remove(scan.order());
            if (event.completion() != null) completed = stamp;
        }

        Optional<Receipt> receipt() {
            if (sale == null || frozen == null) return Optional.empty();
            if (completed != null) return Optional.of(paid(sale, paid, completed));
            if (open.isEmpty()) return Optional.empty();
            List<Tender> tenders = new ArrayList<>(paid.stream().map(Tender::of).toList());
            open.values().stream().map(Tender::of).forEach(tenders::add);
            return Optional.of(Receipt.of(Receipt.Kind.BEING_CHECKED, merchant, practice, sale, tenders, frozen));
        }
    }

    /** The sale that a record is about, empty for records of the register or of an order alone. */
    public static Optional<ReceiptNumber> saleOf(JournalEvent event) {
        return switch (event) {
            case SaleFrozen frozen -> Optional.of(frozen.sale().number());
            case SaleReleased released -> Optional.of(released.receipt());
            case SaleAbandoned abandoned -> Optional.of(abandoned.receipt());
            case AttemptCreated created -> Optional.of(created.receipt());
            case TenderPaid paid -> Optional.of(paid.receipt());
            case JournalEvent.VoucherSettled settled -> Optional.of(settled.receipt());
            case JournalEvent.OfSheet sheet -> Optional.of(sheet.receipt());
            case JournalEvent.AttemptSending sending -> ofOrder(sending.order());
            case AttemptAnswered answered -> ofOrder(answered.order());
            case AttemptMoved moved -> ofOrder(moved.order());
            case CancelDecided decided -> ofOrder(decided.order());
            case JournalEvent.GoodsKept kept -> ofOrder(kept.order());
            case JournalEvent.AnotherTenderAllowed allowed -> ofOrder(allowed.order());
            case AttemptSettled settled -> ofOrder(settled.order());
            case JournalEvent.RegisterStarted _,
                    JournalEvent.RegisterStopped _,
                    JournalEvent.ShiftOpened _,
                    JournalEvent.CashierSignedOn _,
                    JournalEvent.FindingKept _,
                    JournalEvent.LineAdded _,
                    JournalEvent.LineQuantityChanged _,
                    JournalEvent.LinePriceChanged _,
                    JournalEvent.LineDiscounted _,
                    JournalEvent.BasketDiscounted _,
                    JournalEvent.LineVoided _,
                    JournalEvent.BasketDropped _,
                    JournalEvent.BasketHeld _,
                    JournalEvent.BasketRecalled _ -> Optional.empty();
        };
    }

    /** An order number begins with the number of its sale. */
    private static Optional<ReceiptNumber> ofOrder(OrderNumber order) {
        String text = order.text();
        String head = text.substring(0, Math.min(RECEIPT_CHARS, text.length()));
        return ReceiptNumber.FORM.matcher(head).matches() ? Optional.of(new ReceiptNumber(head)) : Optional.empty();
    }

    private static final int RECEIPT_CHARS = 14;
}
