package tillbook.diagnosis.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.RegisterProbe;
import tillbook.diagnosis.check.Situation.OwedVoucher;
import tillbook.printing.PrintJobState;

/** Vouchers that have not reached their customers. Immutable. */
record VouchersCheck(Optional<RegisterProbe> register) implements Check {
    @Override
    public Subject subject() {
        return Subject.VOUCHERS;
    }

    @Override
    public CheckAnswer answer() {
        if (register.isEmpty()) return CheckAnswer.needsPerson(Subject.VOUCHERS, "unknown");
        Situation now = register.get().situation();
        if (now.vouchersOwed() == 0) return CheckAnswer.fine(Subject.VOUCHERS, "none");
        List<OwedVoucher> unconfirmed = now.vouchers().stream()
                .filter(each -> each.job() == PrintJobState.UNKNOWN)
                .toList();
        String oldest = now.vouchers().isEmpty()
                ? ""
                : now.vouchers().getFirst().receipt().text();
        CheckAnswer owed = CheckAnswer.needsPerson(
                        Subject.VOUCHERS, "owed", now.vouchersOwed(), Duration.ofMillis(now.oldestVoucherMs()))
                .with(Sign.VOUCHER_OWED, now.vouchersOwed(), oldest);
        return unconfirmed.isEmpty()
                ? owed
                : owed.with(
                        Sign.PRINT_UNCONFIRMED,
                        unconfirmed.size(),
                        unconfirmed.getFirst().receipt().text());
    }
}
