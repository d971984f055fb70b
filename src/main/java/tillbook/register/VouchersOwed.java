package tillbook.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.money.Money;
import tillbook.printing.PrintJobState;
import tillbook.sale.ReceiptNumber;

/**
 * Paid sales whose voucher has not reached the customer. The newest are known in full; of more than
 * {@link #NEWEST_MAX} the older are only counted here, and the searchable journal names them. Immutable.
 *
 * @param older how many are owed beyond the newest
 */
public record VouchersOwed(List<Owed> newest, long older) {
    static final int NEWEST_MAX = 1_000;
    static final VouchersOwed NONE = new VouchersOwed(List.of(), 0);

    /** A voucher owed since the sale was paid at {@code since} (wall time, ms). */
    public record Owed(
            ReceiptNumber receipt,
            Money amount,
            long since,
            PrintJobState job,
            @Nullable HeldCause held) {}

    public VouchersOwed {
        newest = List.copyOf(newest);
    }

    public long count() {
        return newest.size() + older;
    }

    public Optional<Owed> of(ReceiptNumber receipt) {
        return newest.stream().filter(owed -> owed.receipt().equals(receipt)).findFirst();
    }

    VouchersOwed with(Owed owed) {
        boolean full = newest.size() == NEWEST_MAX;
        List<Owed> all = new ArrayList<>(full ? newest.subList(1, NEWEST_MAX) : newest);
        all.add(owed);
        return new VouchersOwed(all, full ? older + 1 : older);
    }

    VouchersOwed without(ReceiptNumber receipt) {
        if (of(receipt).isEmpty()) return new VouchersOwed(newest, Math.max(0, older - 1));
        return new VouchersOwed(
                newest.stream().filter(owed -> !owed.receipt().equals(receipt)).toList(), older);
    }
}
