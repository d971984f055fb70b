package tillbook.journal.search;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.Completion;
import tillbook.journal.JournalEvent.HeldCause;
import tillbook.journal.JournalEvent.VoucherEnd;
import tillbook.journal.Stamp;
import tillbook.money.Money;
import tillbook.printing.PrintJobState;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * One sale as the journal's list shows it: what was sold, where the money is, where the voucher is. Immutable.
 *
 * @param id sequence of the record that first fixed the amount
 */
public record SaleRow(
        long id, ReceiptNumber receipt, Opening opening, SaleState state, MoneySide money, VoucherSide voucher) {

    /**
     * The sale as it was last frozen.
     *
     * @param at wall time, ms since the epoch
     * @param lines how many
     * @param firstItem name of the first line
     */
    public record Opening(
            long basket, LocalDate day, long at, String cashier, int shift, Money amount, int lines, String firstItem) {
        static Opening of(Stamp stamp, Sale sale) {
            return new Opening(
                    sale.basket(),
                    stamp.day(),
                    stamp.at(),
                    stamp.cashier(),
                    stamp.shift(),
                    sale.amount(),
                    sale.lines().size(),
                    sale.lines().getFirst().name());
        }
    }

    /**
     * Where the money is.
     *
     * @param paidFen the sum of the paid tenders, fen; more than the amount if somebody paid twice
     * @param paidAt when the sale was complete, ms since the epoch, null if it is not
     * @param means everything that was tried or paid with
     * @param attemptsOpen attempts that are neither proven nor settled: being checked
     */
    public record MoneySide(long paidFen, @Nullable Long paidAt, Set<Means> means, int attemptsOpen) {
        static final MoneySide NOTHING = new MoneySide(0, null, Set.of(), 0);

        public MoneySide {
            means = Set.copyOf(means);
        }

        MoneySide tried(Means one) {
            return new MoneySide(paidFen, paidAt, and(one), attemptsOpen);
        }

        MoneySide attemptsOpen(int change) {
            return new MoneySide(paidFen, paidAt, means, attemptsOpen + change);
        }

        MoneySide paid(Means one, Money amount, @Nullable Long completedAt) {
            return new MoneySide(paidFen + amount.fen(), completedAt, and(one), attemptsOpen);
        }

        private Set<Means> and(Means one) {
            EnumSet<Means> all = EnumSet.of(one);
            all.addAll(means);
            return all;
        }
    }

    /**
     * Where the voucher is.
     *
     * @param job the sheet that was ordered last, null while none exists
     * @param held why the original does not print by itself, null if it does
     * @param copies the highest number that a copy bears, 0 if there is none
     */
    public record VoucherSide(
            VoucherState state,
            @Nullable PrintJobState job,
            @Nullable HeldCause held,
            int copies) {
        static final VoucherSide NONE = new VoucherSide(VoucherState.NONE, null, null, 0);

        static VoucherSide owed(Completion completion) {
            return new VoucherSide(VoucherState.OWED, completion.job(), completion.held(), 0);
        }

        VoucherSide ended(VoucherEnd end) {
            return switch (end) {
                case GIVEN -> in(VoucherState.GIVEN);
                case WAIVED -> in(VoucherState.WAIVED);
            };
        }

        /** What a record of a sheet makes of it; what a copy comes to never takes a voucher away that was given. */
        VoucherSide after(JournalEvent.OfSheet event) {
            return switch (event) {
                case JournalEvent.PrintReleased _ -> new VoucherSide(state, PrintJobState.QUEUED, null, copies);
                case JournalEvent.CopyOrdered ordered ->
                    new VoucherSide(state, PrintJobState.QUEUED, null, Math.max(copies, ordered.copy()));
                case JournalEvent.PrintSending _ -> job(PrintJobState.SENDING);
                case JournalEvent.PrintMoved moved -> moved(moved.copy(), moved.state());
                case JournalEvent.PrintJudged judged ->
                    judged.complete() ? moved(judged.copy(), PrintJobState.CONFIRMED) : this;
            };
        }

        private VoucherSide moved(int copy, PrintJobState to) {
            boolean owed = state == VoucherState.OWED;
            VoucherSide given = switch (to) {
                case CONFIRMED -> owed ? in(VoucherState.PRINTED) : this;
                case UNCONFIRMABLE -> owed ? in(VoucherState.UNCONFIRMED) : this;
                case HELD, QUEUED, SENDING, SENT, UNKNOWN -> this;
            };
            // A late word on an earlier sheet does not say where the newest one stands.
            return copy == copies ? given.job(to) : given;
        }

        private VoucherSide in(VoucherState changed) {
            return new VoucherSide(changed, job, held, copies);
        }

        private VoucherSide job(PrintJobState changed) {
            return new VoucherSide(state, changed, held, copies);
        }
    }

    static SaleRow opened(long id, Stamp stamp, Sale sale) {
        return new SaleRow(
                id, sale.number(), Opening.of(stamp, sale), SaleState.OPEN, MoneySide.NOTHING, VoucherSide.NONE);
    }

    SaleRow frozenAgain(Stamp stamp, Sale sale) {
        return new SaleRow(id, receipt, Opening.of(stamp, sale), SaleState.OPEN, money, voucher);
    }

    SaleRow with(SaleState changed) {
        return new SaleRow(id, receipt, opening, changed, money, voucher);
    }

    SaleRow with(MoneySide changed) {
        return new SaleRow(id, receipt, opening, state, changed, voucher);
    }

    SaleRow with(VoucherSide changed) {
        return new SaleRow(id, receipt, opening, state, money, changed);
    }
}
