package tillbook.journal.search;

import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/**
 * Of what an event speaks, as far as it names it itself.
 *
 * @param basket null if it names none
 * @param receipt null if it names none
 * @param order null if it names none
 */
record About(
        @Nullable Long basket,
        @Nullable ReceiptNumber receipt,
        @Nullable OrderNumber order) {
    private static final About THE_REGISTER = new About(null, null, null);

    static About of(JournalEvent event) {
        return switch (event) {
            case JournalEvent.RegisterStarted _,
                    JournalEvent.RegisterStopped _,
                    JournalEvent.ShiftOpened _,
                    JournalEvent.CashierSignedOn _,
                    JournalEvent.FindingKept _ -> THE_REGISTER;
            case JournalEvent.LineAdded added -> basket(added.basket());
            case JournalEvent.LineQuantityChanged changed -> basket(changed.basket());
            case JournalEvent.LinePriceChanged changed -> basket(changed.basket());
            case JournalEvent.LineDiscounted discounted -> basket(discounted.basket());
            case JournalEvent.BasketDiscounted discounted -> basket(discounted.basket());
            case JournalEvent.LineVoided voided -> basket(voided.basket());
            case JournalEvent.BasketDropped dropped -> basket(dropped.basket());
            case JournalEvent.BasketHeld held -> basket(held.basket());
            case JournalEvent.BasketRecalled recalled -> basket(recalled.basket());
            case JournalEvent.SaleFrozen frozen ->
                new About(frozen.sale().basket(), frozen.sale().number(), null);
            case JournalEvent.SaleReleased released -> sale(released.receipt());
            case JournalEvent.SaleAbandoned abandoned -> sale(abandoned.receipt());
            case JournalEvent.CashTaken cash -> sale(cash.receipt());
            case JournalEvent.VoucherSettled settled -> sale(settled.receipt());
            case JournalEvent.OfSheet sheet -> sale(sheet.receipt());
            case JournalEvent.AttemptCreated created -> new About(null, created.receipt(), created.order());
            case JournalEvent.ScanPaid paid -> new About(null, paid.receipt(), paid.order());
            case JournalEvent.AttemptSending sending -> attempt(sending.order());
            case JournalEvent.AttemptAnswered answered -> attempt(answered.order());
            case JournalEvent.AttemptMoved moved -> attempt(moved.order());
            case JournalEvent.CancelDecided decided -> attempt(decided.order());
            case JournalEvent.GoodsKept kept -> attempt(kept.order());
            case JournalEvent.AnotherTenderAllowed allowed -> attempt(allowed.order());
            case JournalEvent.AttemptSettled settled -> attempt(settled.order());
        };
    }

    private static About basket(long basket) {
        return new About(basket, null, null);
    }

    private static About sale(ReceiptNumber receipt) {
        return new About(null, receipt, null);
    }

    private static About attempt(OrderNumber order) {
        return new About(null, null, order);
    }
}
