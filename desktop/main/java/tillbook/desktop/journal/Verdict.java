package tillbook.desktop.journal;

import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.journal.search.AttemptRow;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SaleStory;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;

/** The answer to the two questions that come before every trouble: where the money is, where the voucher is. Immutable. */
public record Verdict(MoneyIs money, VoucherIs voucher) {
    /** Where the money is. */
    public enum MoneyIs {
        // What the attempts of a sale that is not paid come to: of several the later one here is said.
        NOT_ASKED,
        NOT_PAID,
        BACK,
        /** A person says that nothing was taken; no provider proved it. */
        NOT_TAKEN_BY_WORD,
        /** A person says that the customer has it again; no provider proved it. */
        RETURNED_BY_WORD,
        GOING_BACK,
        BEING_CHECKED,
        FOR_A_PERSON,

        PART_PAID,
        /** A part arrived, and money of another attempt of the same sale may still go back. */
        PART_PAID_AND_GOING_BACK,
        /** A part arrived, and of another attempt of the same sale nobody knows. */
        PART_PAID_AND_CHECKING,
        PART_PAID_AND_FOR_A_PERSON,
        PAID,
        /** Paid, and another attempt of the same sale is not settled yet. */
        PAID_AND_CHECKING,
        /** Paid, and another attempt of the same sale can only be ended by a person. */
        PAID_AND_FOR_A_PERSON
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
        MoneyIs open = worst(story.attempts().stream().filter(AttemptRow::isOpen));
        return switch (story.sale().state()) {
            case PAID -> beside(open, MoneyIs.PAID, MoneyIs.PAID_AND_CHECKING, MoneyIs.PAID_AND_FOR_A_PERSON);
            case PART_PAID ->
                open == MoneyIs.GOING_BACK
                        ? MoneyIs.PART_PAID_AND_GOING_BACK
                        : beside(
                                open,
                                MoneyIs.PART_PAID,
                                MoneyIs.PART_PAID_AND_CHECKING,
                                MoneyIs.PART_PAID_AND_FOR_A_PERSON);
            case OPEN, RELEASED, ABANDONED -> worst(story.attempts().stream());
        };
    }

    /** What is said of money that arrived, beside the worst of the attempts that are open. */
    private static MoneyIs beside(MoneyIs open, MoneyIs alone, MoneyIs checking, MoneyIs forAPerson) {
        if (open == MoneyIs.NOT_ASKED) return alone;
        return open == MoneyIs.FOR_A_PERSON ? forAPerson : checking;
    }

    /** One attempt that is in order says nothing of another one: the worst is what a person must know. */
    private static MoneyIs worst(Stream<AttemptRow> attempts) {
        return attempts.map(Verdict::of).max(Comparator.naturalOrder()).orElse(MoneyIs.NOT_ASKED);
    }

    /** What a person settled keeps the state in which no machine could end it. */
    private static MoneyIs of(AttemptRow attempt) {
        AttemptState state = attempt.progress().state();
        Settlement settlement = attempt.progress().settlement();
        if (settlement == null || state.isFinal()) return of(state);
        return switch (settlement) {
            case MONEY_NOT_TAKEN -> MoneyIs.NOT_TAKEN_BY_WORD;
            case MONEY_RETURNED -> MoneyIs.RETURNED_BY_WORD;
        };
    }

    /** Of an attempt of a sale that is not paid: a trade that holds money there contradicts the sale. */
    private static MoneyIs of(AttemptState state) {
        return switch (state) {
            case CREATED -> MoneyIs.NOT_ASKED;
            case SENDING, PENDING, UNKNOWN -> MoneyIs.BEING_CHECKED;
            case CANCELLING, WATCH -> MoneyIs.GOING_BACK;
            case DECLINED, CLOSED, VOID, NOT_FOUND -> MoneyIs.NOT_PAID;
            case REVERSED -> MoneyIs.BACK;
            case PAID, ANOMALY, NEEDS_PERSON -> MoneyIs.FOR_A_PERSON;
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
            case NONE -> isDecided(money) ? VoucherIs.NOT_DUE : VoucherIs.AFTER_THE_OUTCOME;
            case OWED -> owed(sale.voucher().job());
            case PRINTED -> VoucherIs.PRINTED;
            case UNCONFIRMED -> VoucherIs.UNCONFIRMED;
            case GIVEN -> VoucherIs.GIVEN;
            case WAIVED -> VoucherIs.WAIVED;
        };
    }

    /** Without a voucher record, none is due only where no money may still arrive that stays. */
    private static boolean isDecided(MoneyIs money) {
        return switch (money) {
            case NOT_ASKED, NOT_PAID, BACK, NOT_TAKEN_BY_WORD, RETURNED_BY_WORD, GOING_BACK -> true;
            case BEING_CHECKED, FOR_A_PERSON -> false;
            case PART_PAID, PART_PAID_AND_GOING_BACK, PART_PAID_AND_CHECKING, PART_PAID_AND_FOR_A_PERSON -> false;
            case PAID, PAID_AND_CHECKING, PAID_AND_FOR_A_PERSON -> true;
        };
    }
}
