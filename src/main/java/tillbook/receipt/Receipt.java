package tillbook.receipt;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.sale.Line;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * 小票: what a receipt says, as facts. How it stands on paper, on a screen or in a file is another matter. Immutable.
 *
 * @param practice no real money moved, which the receipt says on top
 * @param register 1–999
 * @param at when the sale was completed; for {@link Kind#BEING_CHECKED} when its amount was fixed
 * @param lines in the order they were added, at least one
 * @param tenders in the order they were paid
 * @param copy null on the original
 */
public record Receipt(
        Kind kind,
        Merchant merchant,
        boolean practice,
        int register,
        String cashier,
        ReceiptNumber number,
        Instant at,
        List<Line> lines,
        Money total,
        List<Tender> tenders,
        @Nullable Copy copy)
        implements Slip {

    /** What a receipt is of. */
    public enum Kind {
        /** Paid in full. */
        SALE,
        /** The result is being checked: not a proof of payment. */
        BEING_CHECKED
    }

    public Receipt {
        lines = List.copyOf(lines);
        tenders = List.copyOf(tenders);
    }

    /** The receipt of a sale; {@code stamp} is that of the record which completed it, or of its freezing. */
    public static Receipt of(
            Kind kind, Merchant merchant, boolean practice, Sale sale, List<Tender> tenders, Stamp stamp) {
        return new Receipt(
                kind,
                merchant,
                practice,
                stamp.register(),
                stamp.cashier(),
                sale.number(),
                Instant.ofEpochMilli(stamp.at()),
                sale.lines(),
                sale.amount(),
                tenders,
                null);
    }

    /** The same facts, marked as a copy. */
    public Receipt asCopy(int copyNumber, Instant printedAt, String by) {
        return new Receipt(
                kind,
                merchant,
                practice,
                register,
                cashier,
                number,
                at,
                lines,
                total,
                tenders,
                new Copy(copyNumber, printedAt, by));
    }

    /** What was taken off all lines together. */
    public Money discount() {
        return lines.stream().map(Line::discount).reduce(Money.ZERO, Money::plus);
    }

    /** The tax that the prices contain, one part a rate; empty if no line has one. */
    public List<TaxPart> taxes() {
        return TaxPart.of(lines);
    }
}
