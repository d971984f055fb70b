package tillbook.diagnosis;

import java.util.Optional;
import tillbook.diagnosis.check.Situation;

/**
 * The two questions that come before every trouble. Immutable.
 *
 * @param situation empty where it cannot be known
 */
public record Whereabouts(Optional<Situation> situation) {
    /** Where the money is. */
    public enum Money {
        /** Every payment is decided. */
        ALL_DECIDED,
        /** Customers are confirming on their phones. */
        WAITING,
        /** At least one outcome is not known yet; the provider is being asked. */
        BEING_CHECKED,
        /** At least one payment can only be ended by a person. */
        FOR_A_PERSON,
        CANNOT_TELL
    }

    /** Where the vouchers are. */
    public enum Voucher {
        /** Every paid sale has its voucher. */
        ALL_GIVEN,
        OWED,
        CANNOT_TELL
    }

    public Money money() {
        if (situation.isEmpty()) return Money.CANNOT_TELL;
        Situation now = situation.get();
        if (now.payments().isEmpty()) return Money.ALL_DECIDED;
        if (now.payments().stream().anyMatch(Situation.OpenPayment::needsPerson)) return Money.FOR_A_PERSON;
        boolean onlyWaiting = now.payments().stream().allMatch(Situation.OpenPayment::isWaiting);
        return onlyWaiting ? Money.WAITING : Money.BEING_CHECKED;
    }

    public Voucher voucher() {
        if (situation.isEmpty()) return Voucher.CANNOT_TELL;
        return situation.get().vouchersOwed() == 0 ? Voucher.ALL_GIVEN : Voucher.OWED;
    }
}
