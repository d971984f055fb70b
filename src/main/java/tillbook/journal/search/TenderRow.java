package tillbook.journal.search;

import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.money.Money;

/**
 * One part of a sale's amount that is paid. Immutable.
 *
 * @param id sequence of the record that says so
 * @param sale {@link SaleRow#id} of its sale
 * @param number which of the sale's tenders, from 1
 * @param given what the customer handed over, null unless cash
 * @param change what went back, null unless cash
 * @param order our number of the attempt that paid, null for cash
 * @param at wall time, ms since the epoch
 */
public record TenderRow(
        long id,
        long sale,
        int number,
        Means means,
        Money amount,
        @Nullable Money given,
        @Nullable Money change,
        @Nullable String order,
        long at) {

    static TenderRow of(long id, SaleRow sale, ScanPaid paid, long at) {
        String order = paid.order().text();
        return new TenderRow(
                id, sale.id(), paid.tender(), Means.of(paid.provider()), paid.amount(), null, null, order, at);
    }

    static TenderRow of(long id, SaleRow sale, CashTaken cash, long at) {
        return new TenderRow(
                id, sale.id(), cash.tender(), Means.CASH, cash.amount(), cash.given(), cash.change(), null, at);
    }
}
