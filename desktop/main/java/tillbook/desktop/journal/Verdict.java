package tillbook.desktop.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.journal.search.AttemptRow;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SaleState;
import tillbook.journal.search.SaleStory;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;

/** The answer to the two questions that come before every trouble: where the money is, where the voucher is. Immutable. */
public record Verdict(MoneyIs money, VoucherIs voucher) {
    /** Where the money is. */
    public enum MoneyIs {
        NOT_ASKED,
        NOT_PAID,
        BEING_CHECKED,
        GOING_BACK,
        BACK,
        PART_PAID,
        PAID,
        /** Paid, and another attempt of the same sale is not settled yet. */
        PAID_AND_CHECKING,
        FOR_A_PERSON
    }

    /** Where the voucher is. */
    public enum VoucherIs {
        NOT_DUE,
        AFTER_THE_OUTCOME,
        QUEUED,
        HELD,
        /** At the printer, which has not said yet that it is printed. */
        PRINTING,
        /** Perhaps it came out: nobody knows. */
        UNKNOWN,
        PRINTED,
        /** Given to a printer that cannot say more. */
        UNCONFIRMED,
        GIVEN,
        WAIVED
    }

    /** The verdict on a sale. */
    public static Verdict of(SaleStory story) {
        MoneyIs money = money(story);
        return new Verdict(money, voucher(story.sale(), money));
    }

    String line(Words words, SaleRow sale) {
        return money(words, sale) + " " + voucher(words);
    }

    /** Where the money is, as a sentence. */
    public String money(Words words, SaleRow sale) {
        return words.text(
                "money." + money,
                sale.opening().amount(),
                Money.ofFen(sale.money().paidFen()));
    }

    /** Where the voucher is, as a sentence. */
    public String voucher(Words words) {
        return words.text("voucher." + voucher);
    }

    private static MoneyIs money(SaleStory story) {
        boolean open = story.attempts().stream().anyMatch(AttemptRow::isOpen);
        if (story.sale().state() == SaleState.PAID) return open ? MoneyIs.PAID_AND_CHECKING : MoneyIs.PAID;
        if (story.sale().state() == SaleState.PART_PAID) return MoneyIs.PART_PAID;
        List<AttemptRow> attempts = story.attempts();
        if (attempts.isEmpty()) return MoneyIs.NOT_ASKED;
        return attempts.stream()
                .filter(AttemptRow::isOpen)
                .findFirst()
                .or(() -> attempts.stream()
                        .filter(attempt -> attempt.progress().state() == AttemptState.REVERSED)
                        .findFirst())
                .map(attempt -> of(attempt.progress().state()))
                .orElse(MoneyIs.NOT_PAID);
    }

    static MoneyIs of(AttemptState state) {
        return switch (state) {
            case CREATED -> MoneyIs.NOT_ASKED;
            case SENDING, PENDING, UNKNOWN -> MoneyIs.BEING_CHECKED;
            case CANCELLING, WATCH -> MoneyIs.GOING_BACK;
            case PAID -> MoneyIs.PAID;
            case DECLINED, CLOSED, VOID, NOT_FOUND -> MoneyIs.NOT_PAID;
            case REVERSED -> MoneyIs.BACK;
            case ANOMALY, NEEDS_PERSON -> MoneyIs.FOR_A_PERSON;
        };
    }

    private static VoucherIs owed(@Nullable PrintJobState job) {
        return switch (job) {
            case HELD -> VoucherIs.HELD;
            case SENDING, SENT -> VoucherIs.PRINTING;
            case UNKNOWN -> VoucherIs.UNKNOWN;
            case QUEUED, CONFIRMED, UNCONFIRMABLE -> VoucherIs.QUEUED;
            case null -> VoucherIs.QUEUED;
        };
    }

    private static VoucherIs voucher(SaleRow sale, MoneyIs money) {
        return switch (sale.voucher().state()) {
            case NONE ->
                money == MoneyIs.BEING_CHECKED || money == MoneyIs.FOR_A_PERSON || money == MoneyIs.PART_PAID
                        ? VoucherIs.AFTER_THE_OUTCOME
                        : VoucherIs.NOT_DUE;
            case OWED -> owed(sale.voucher().job());
            case PRINTED -> VoucherIs.PRINTED;
            case UNCONFIRMED -> VoucherIs.UNCONFIRMED;
            case GIVEN -> VoucherIs.GIVEN;
            case WAIVED -> VoucherIs.WAIVED;
        };
    }
}
