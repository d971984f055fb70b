package tillbook.diagnosis.check;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.UnknownReason;
import tillbook.printing.PrintJobState;
import tillbook.sale.ReceiptNumber;

/**
 * What is open in the register: where the money is, and where the vouchers are. Immutable.
 *
 * @param payments every attempt that is not final
 * @param vouchers owed, as far as they are known one by one
 * @param olderVouchers owed beyond those, and only counted
 */
public record Situation(List<OpenPayment> payments, List<OwedVoucher> vouchers, long olderVouchers) {
    /** Longer than any answer of a provider and any sheet of a printer takes, ms. */
    private static final long SOON_MS = 60_000;

    /** By then a printer that is free has begun a sheet, ms. */
    private static final long BEGUN_WITHIN_MS = 10_000;

    /** By then a cancel was confirmed, or is a trouble of its own, ms. */
    private static final long CANCELLED_WITHIN_MS = 600_000;

    /** Nothing is open. */
    public static final Situation AT_REST = new Situation(List.of(), List.of(), 0);

    /**
     * One attempt that is not final.
     *
     * @param ageMs since it was sent, at least 0
     * @param unknownBecause why its last exchange proved nothing, null if it proved something or there was none
     * @param otherAccount it was begun for an account that the settings do not name any more
     */
    public record OpenPayment(
            ReceiptNumber receipt,
            Money amount,
            AttemptState state,
            long ageMs,
            @Nullable UnknownReason unknownBecause,
            boolean otherAccount) {
        /** Only the customer is awaited; nothing is in doubt. */
        public boolean isWaiting() {
            return state == AttemptState.PENDING && !otherAccount;
        }

        /**
         * In its ordinary course: just sent, just stopped, or stopped and only watched. Its outcome is not known yet
         * either, but nothing went wrong and nobody has to do anything.
         */
        public boolean isInItsCourse() {
            if (otherAccount) return false;
            return switch (state) {
                case CREATED, SENDING -> ageMs < SOON_MS;
                case CANCELLING -> unknownBecause == null && ageMs < CANCELLED_WITHIN_MS;
                case WATCH -> true;
                case PENDING, UNKNOWN, ANOMALY, NEEDS_PERSON -> false;
                case PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> true;
            };
        }

        /** Only a person can end it. */
        public boolean needsPerson() {
            return state == AttemptState.NEEDS_PERSON || state == AttemptState.ANOMALY || otherAccount;
        }
    }

    /**
     * One voucher that has not reached the customer.
     *
     * @param ageMs since the sale was paid, at least 0
     */
    public record OwedVoucher(ReceiptNumber receipt, Money amount, PrintJobState job, long ageMs) {
        private boolean isAtThePrinter() {
            return (job == PrintJobState.SENDING || job == PrintJobState.SENT) && ageMs < SOON_MS;
        }
    }

    public Situation {
        payments = List.copyOf(payments);
        vouchers = List.copyOf(vouchers);
    }

    public long vouchersOwed() {
        return vouchers.size() + olderVouchers;
    }

    /** The sum of the payments that are open. */
    public Money openAmount() {
        return payments.stream().map(OpenPayment::amount).reduce(Money.ZERO, Money::plus);
    }

    /** How long the oldest open payment has been under way, ms; 0 if there is none. */
    public long oldestPaymentMs() {
        return payments.stream().mapToLong(OpenPayment::ageMs).max().orElse(0);
    }

    /** How long the oldest voucher has been owed, ms; 0 if there is none. */
    public long oldestVoucherMs() {
        return vouchers.stream().mapToLong(OwedVoucher::ageMs).max().orElse(0);
    }

    /** On its way to the paper and not for long: at the printer, about to be, or in line behind one that is. */
    boolean isInItsCourse(OwedVoucher voucher) {
        return switch (voucher.job()) {
            case SENDING, SENT -> voucher.isAtThePrinter();
            case QUEUED ->
                voucher.ageMs() < BEGUN_WITHIN_MS
                        || (voucher.ageMs() < SOON_MS && vouchers.stream().anyMatch(OwedVoucher::isAtThePrinter));
            case HELD, UNKNOWN, CONFIRMED, UNCONFIRMABLE -> false;
        };
    }

    List<OpenPayment> payments(Predicate<OpenPayment> wanted) {
        return payments.stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(OpenPayment::ageMs).reversed())
                .toList();
    }
}
