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
 * {@link #NEWEST_MAX} the older are known by their numbers, and the searchable journal tells the rest of them. Immutable.
 *
 * @param named the older ones
 * @param older how many are owed beyond those, and only counted: by a snapshot of the first release, or because there
 *     are more ranges of numbers than a snapshot holds
 */
public record VouchersOwed(List<Owed> newest, OlderVouchers named, long older) {
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

    VouchersOwed(List<Owed> newest, long older) {
        this(newest, OlderVouchers.NONE, older);
    }

    public long count() {
        return newest.size() + named.count() + older;
    }

    /** How many are not among the newest, so that their amounts are not known here. */
    public long countOlder() {
        return named.count() + older;
    }

    /** Whether a voucher is known to be owed under this number, among the newest or before. */
    public boolean owes(ReceiptNumber receipt) {
        return of(receipt).isPresent() || named.contains(receipt);
    }

    /** What is known of one of the newest. */
    public Optional<Owed> of(ReceiptNumber receipt) {
        return newest.stream().filter(owed -> owed.receipt().equals(receipt)).findFirst();
    }

    VouchersOwed with(Owed owed) {
        List<Owed> all = new ArrayList<>(newest);
        all.add(owed);
        if (all.size() <= NEWEST_MAX) return new VouchersOwed(all, named, older);
        return new VouchersOwed(
                        all.subList(1, all.size()), named.with(all.getFirst().receipt()), older)
                .withinBounds();
    }

    VouchersOwed without(ReceiptNumber receipt) {
        if (named.contains(receipt)) return new VouchersOwed(newest, named.without(receipt), older).withinBounds();
        if (of(receipt).isEmpty()) return new VouchersOwed(newest, named, Math.max(0, older - 1));
        return new VouchersOwed(
                newest.stream().filter(owed -> !owed.receipt().equals(receipt)).toList(), named, older);
    }

    private VouchersOwed withinBounds() {
        if (!named.isFull()) return this;
        return new VouchersOwed(
                newest,
                named.withoutTheLowest(),
                older + named.ranges().getFirst().count());
    }
}
