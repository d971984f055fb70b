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
    public record OwedVoucher(ReceiptNumber receipt, Money amount, PrintJobState job, long ageMs) {}

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

    List<OpenPayment> payments(Predicate<OpenPayment> wanted) {
        return payments.stream()
                .filter(wanted)
                .sorted(Comparator.comparingLong(OpenPayment::ageMs).reversed())
                .toList();
    }
}
