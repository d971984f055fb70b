package tillbook.diagnosis.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.RegisterProbe;
import tillbook.diagnosis.check.Situation.OwedVoucher;
import tillbook.printing.PrintJobState;

/**
 * Vouchers that have not reached their customers. Immutable.
 *
 * @param prints whether there is a printer to which a sheet can be on its way
 */
record VouchersCheck(Optional<RegisterProbe> register, boolean prints) implements Check {
    @Override
    public Subject subject() {
        return Subject.VOUCHERS;
    }

    @Override
    public CheckAnswer answer() {
        if (register.isEmpty()) return CheckAnswer.needsPerson(Subject.VOUCHERS, "unknown");
        Situation now = register.get().situation();
        if (now.vouchersOwed() == 0) return CheckAnswer.fine(Subject.VOUCHERS, "none");
        CheckAnswer owed = CheckAnswer.fine(
                Subject.VOUCHERS, "owed", now.vouchersOwed(), Duration.ofMillis(now.oldestVoucherMs()));
        List<OwedVoucher> late = now.vouchers().stream()
                .filter(each -> !prints || !now.isInItsCourse(each))
                .toList();
        long lateInAll = late.size() + now.olderVouchers();
        if (lateInAll == 0) return owed;
        owed = owed.inNeedOfAPerson().with(Sign.VOUCHER_OWED, lateInAll, oldest(late));
        List<OwedVoucher> unconfirmed = late.stream()
                .filter(each -> each.job() == PrintJobState.UNKNOWN)
                .toList();
        return unconfirmed.isEmpty()
                ? owed
                : owed.with(Sign.PRINT_UNCONFIRMED, unconfirmed.size(), oldest(unconfirmed));
    }

    private static String oldest(List<OwedVoucher> vouchers) {
        return vouchers.isEmpty() ? "" : vouchers.getFirst().receipt().text();
    }
}
