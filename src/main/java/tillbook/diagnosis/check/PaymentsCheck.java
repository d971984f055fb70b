package tillbook.diagnosis.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.RegisterProbe;
import tillbook.diagnosis.check.Situation.OpenPayment;
import tillbook.payment.UnknownReason;

/** Payments that are not decided, and for how long. Immutable. */
record PaymentsCheck(Optional<RegisterProbe> register) implements Check {
    @Override
    public Subject subject() {
        return Subject.PAYMENTS;
    }

    @Override
    public CheckAnswer answer() {
        if (register.isEmpty()) return CheckAnswer.needsPerson(Subject.PAYMENTS, "unknown");
        Situation now = register.get().situation();
        if (now.payments().isEmpty()) return CheckAnswer.fine(Subject.PAYMENTS, "none");
        boolean inCourse = now.payments().stream().allMatch(OpenPayment::isInItsCourse);
        CheckAnswer answer = CheckAnswer.fine(
                Subject.PAYMENTS,
                "open",
                now.payments().size(),
                now.openAmount(),
                Duration.ofMillis(now.oldestPaymentMs()));
        if (!inCourse) answer = answer.inNeedOfAPerson();
        answer = found(answer, Sign.PAYMENT_WAITING, now.payments(OpenPayment::isWaiting));
        answer = found(
                answer, Sign.PAYMENT_UNFINISHED, now.payments(each -> !each.isWaiting() && !each.isInItsCourse()));
        answer = found(answer, Sign.PAYMENT_OF_OTHER_ACCOUNT, now.payments(OpenPayment::otherAccount));
        return found(answer, Sign.PAYMENT_ANSWER_LOST, now.payments(PaymentsCheck::isLost));
    }

    private static boolean isLost(OpenPayment payment) {
        return payment.unknownBecause() == UnknownReason.TIMEOUT
                || payment.unknownBecause() == UnknownReason.CONNECTION_LOST;
    }

    /** The oldest of them stands for all. */
    private static CheckAnswer found(CheckAnswer answer, Sign sign, List<OpenPayment> payments) {
        return payments.isEmpty()
                ? answer
                : answer.with(
                        sign, payments.size(), payments.getFirst().receipt().text());
    }
}
