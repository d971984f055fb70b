package tillbook.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.money.Money;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.sale.ReceiptNumber;

/**
 * Paid sales whose voucher has not reached the customer, and the copies under way beside them. The newest are known in
 * full; of more than {@link #NEWEST_MAX} the older are known by their numbers, and the searchable journal tells the rest
 * of them. Immutable.
 *
 * @param named the older ones; whether something of their original was ever sent is not known here, so that only marked
 *     copies are printed of them
 * @param older how many are owed beyond those, and only counted: by a snapshot of the first release, or because there
 *     are more ranges of numbers than a snapshot holds
 */
public record VouchersOwed(List<Owed> newest, OlderVouchers named, long older, Copies copies) {
    static final int NEWEST_MAX = 1_000;
    static final VouchersOwed NONE = new VouchersOwed(List.of(), 0);

    /**
     * A voucher owed since the sale was paid at {@code since} (wall time, ms).
     *
     * @param sheet the one that is to become the voucher: the original, or the newest copy
     * @param held why the original does not print by itself, null if it may
     */
    public record Owed(
            ReceiptNumber receipt,
            Money amount,
            long since,
            Sheet sheet,
            @Nullable HeldCause held) {
        /** Whose original is not begun. */
        public Owed(ReceiptNumber receipt, Money amount, long since, PrintJobState job, @Nullable HeldCause held) {
            this(receipt, amount, since, Sheet.original(job, since), held);
        }

        /** Where the sheet stands. */
        public PrintJobState job() {
            return sheet.state();
        }

        Owed with(Sheet changed) {
            return new Owed(receipt, amount, since, changed, changed.state() == PrintJobState.HELD ? held : null);
        }
    }

    /** A sheet that is not at its end, and whose it is. */
    public record Waiting(ReceiptNumber receipt, Sheet sheet) {}

    public VouchersOwed {
        newest = List.copyOf(newest);
    }

    VouchersOwed(List<Owed> newest, OlderVouchers named, long older) {
        this(newest, named, older, Copies.NONE);
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

    /** Every sheet that waits for a printer, in no order. */
    Stream<Waiting> waiting() {
        return sheets().filter(one -> one.sheet().state() == PrintJobState.QUEUED);
    }

    /** Every sheet of which nobody knows what became of it: a person looks at the paper, or a printer still says so. */
    public List<Waiting> unknown() {
        return sheets().filter(one -> one.sheet().state() == PrintJobState.UNKNOWN)
                .toList();
    }

    List<Waiting> underWay() {
        return sheets().filter(one -> one.sheet().isUnderWay()).toList();
    }

    private Stream<Waiting> sheets() {
        return Stream.concat(
                newest.stream().map(owed -> new Waiting(owed.receipt(), owed.sheet())),
                copies.open().stream().map(open -> new Waiting(open.receipt(), open.sheet())));
    }

    /** A sheet that is not at its end. */
    public Optional<Sheet> sheet(ReceiptNumber receipt, int copy) {
        return of(receipt)
                .map(Owed::sheet)
                .filter(sheet -> sheet.copy() == copy)
                .or(() -> copies.of(receipt, copy));
    }

    /** The sheet of this receipt that was ordered last and is not at its end. */
    public Optional<Sheet> newestSheet(ReceiptNumber receipt) {
        return of(receipt).map(Owed::sheet).or(() -> copies.newestOf(receipt));
    }

    /** Whether the word that this sheet is printed still means something. */
    boolean awaits(ReceiptNumber receipt, int copy) {
        return sheet(receipt, copy).isPresent()
                || of(receipt).filter(owed -> copy < owed.sheet().copy()).isPresent();
    }

    VouchersOwed with(Owed owed) {
        List<Owed> all = new ArrayList<>(newest);
        all.add(owed);
        if (all.size() <= NEWEST_MAX) return new VouchersOwed(all, named, older, copies);
        return new VouchersOwed(
                        all.subList(1, all.size()), named.with(all.getFirst().receipt()), older, copies)
                .withinBounds();
    }

    VouchersOwed without(ReceiptNumber receipt) {
        if (named.contains(receipt))
            return new VouchersOwed(newest, named.without(receipt), older, copies).withinBounds();
        if (of(receipt).isEmpty()) return new VouchersOwed(newest, named, Math.max(0, older - 1), copies);
        return new VouchersOwed(
                newest.stream().filter(owed -> !owed.receipt().equals(receipt)).toList(), named, older, copies);
    }

    /** Ended by a person; a sheet that is already at the printer comes to its own end. */
    VouchersOwed settled(ReceiptNumber receipt) {
        Optional<Sheet> underWay = of(receipt).map(Owed::sheet).filter(Sheet::isUnderWay);
        VouchersOwed ended = without(receipt);
        return underWay.map(sheet -> ended.with(ended.copies.with(receipt, sheet)))
                .orElse(ended);
    }

    private VouchersOwed withinBounds() {
        if (!named.isFull()) return this;
        return new VouchersOwed(
                newest,
                named.withoutTheLowest(),
                older + named.ranges().getFirst().count(),
                copies);
    }

    // What becomes of a sheet.

    VouchersOwed released(ReceiptNumber receipt, int copy, long at, String by) {
        return changed(receipt, copy, sheet -> sheet.released(at, by));
    }

    /** Takes the place of what was owed before it: that sheet is spent, or was never begun. */
    VouchersOwed ordered(ReceiptNumber receipt, int copy, long at, String by) {
        Sheet sheet = Sheet.ordered(copy, at, by);
        Copies counted = copies.counted(receipt, copy);
        if (of(receipt).isPresent()) return with(counted).owing(receipt, sheet);
        return with(counted.with(receipt, sheet));
    }

    VouchersOwed moved(ReceiptNumber receipt, int copy, PrintJobState state, @Nullable PrinterFault fault) {
        if (!Sheet.ends(state)) return changed(receipt, copy, sheet -> sheet.in(state, fault));
        VouchersOwed ended = with(copies.without(receipt, copy));
        Optional<Owed> owed = of(receipt);
        if (owed.isEmpty()) return named.contains(receipt) ? ended.without(receipt) : ended;
        Sheet current = owed.get().sheet();
        VouchersOwed given = ended.without(receipt);
        // A later copy that is already at the printer comes to its own end, though nothing is owed any more.
        return current.copy() == copy || current.isUnspent() ? given : given.with(given.copies.with(receipt, current));
    }

    private VouchersOwed changed(ReceiptNumber receipt, int copy, UnaryOperator<Sheet> change) {
        Optional<Sheet> owed = of(receipt).map(Owed::sheet).filter(sheet -> sheet.copy() == copy);
        if (owed.isPresent()) return owing(receipt, change.apply(owed.get()));
        if (copies.of(receipt, copy).isEmpty()) {
            throw new IllegalStateException("a record for a sheet that is not open: " + receipt + " copy " + copy);
        }
        return with(copies.changed(receipt, copy, change));
    }

    private VouchersOwed owing(ReceiptNumber receipt, Sheet sheet) {
        return new VouchersOwed(
                newest.stream()
                        .map(owed -> owed.receipt().equals(receipt) ? owed.with(sheet) : owed)
                        .toList(),
                named,
                older,
                copies);
    }

    private VouchersOwed with(Copies changed) {
        return new VouchersOwed(newest, named, older, changed);
    }
}
