package tillbook.desktop.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tillbook.desktop.journal.Verdict.MoneyIs;
import tillbook.desktop.journal.Verdict.VoucherIs;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.journal.search.AttemptRow;
import tillbook.journal.search.SaleRow;
import tillbook.journal.search.SaleState;
import tillbook.journal.search.SaleStory;
import tillbook.journal.search.VoucherState;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.Provider;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/** Where the money of a sale is, by all of its attempts: never better than the worst of them. */
class VerdictTest {
    private static final ReceiptNumber RECEIPT = ReceiptNumber.of(1, "K7", 42);

    /** Stop; the customer's first payment is watched, the second one is not known. */
    @Test
    void aPaymentThatIsNotKnownIsNotHiddenByAnEarlierOneThatIsOver() {
        assertEquals(MoneyIs.BEING_CHECKED, money(SaleState.OPEN, AttemptState.WATCH, AttemptState.UNKNOWN));
        assertEquals(MoneyIs.FOR_A_PERSON, money(SaleState.OPEN, AttemptState.WATCH, AttemptState.NEEDS_PERSON));
        assertEquals(MoneyIs.FOR_A_PERSON, money(SaleState.OPEN, AttemptState.PENDING, AttemptState.ANOMALY));
        assertEquals(MoneyIs.GOING_BACK, money(SaleState.OPEN, AttemptState.CREATED, AttemptState.WATCH));
        assertEquals(MoneyIs.BACK, money(SaleState.OPEN, AttemptState.REVERSED, AttemptState.DECLINED));
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfTheAttemptsPlaysNoPart(AttemptState one) {
        for (AttemptState other : AttemptState.values()) {
            for (SaleState sale : SaleState.values()) {
                assertEquals(money(sale, one, other), money(sale, other, one), sale + " " + one + " " + other);
            }
        }
    }

    @Test
    void whatIsStillOpenBesideMoneyThatArrivedIsSaid() {
        assertEquals(MoneyIs.PAID, money(SaleState.PAID, AttemptState.DECLINED, AttemptState.PAID));
        assertEquals(MoneyIs.PAID_AND_CHECKING, money(SaleState.PAID, AttemptState.UNKNOWN, AttemptState.PAID));
        assertEquals(
                MoneyIs.PAID_AND_FOR_A_PERSON,
                money(SaleState.PAID, AttemptState.WATCH, AttemptState.ANOMALY, AttemptState.PAID));
        assertEquals(MoneyIs.PART_PAID, money(SaleState.PART_PAID, AttemptState.PAID));
        assertEquals(
                MoneyIs.PART_PAID_AND_GOING_BACK,
                money(SaleState.PART_PAID, AttemptState.PAID, AttemptState.CANCELLING));
        assertEquals(
                MoneyIs.PART_PAID_AND_CHECKING,
                money(SaleState.PART_PAID, AttemptState.WATCH, AttemptState.PAID, AttemptState.UNKNOWN));
        assertEquals(
                MoneyIs.PART_PAID_AND_FOR_A_PERSON,
                money(SaleState.PART_PAID, AttemptState.PAID, AttemptState.NEEDS_PERSON));
    }

    /** The searchable copy keeps the state in which no machine could end it. */
    @Test
    void whatAPersonSettledIsNotSaidToBeProven() {
        assertEquals(
                MoneyIs.RETURNED_BY_WORD, settled(SaleState.OPEN, Settlement.MONEY_RETURNED, AttemptState.DECLINED));
        assertEquals(
                MoneyIs.NOT_TAKEN_BY_WORD, settled(SaleState.OPEN, Settlement.MONEY_NOT_TAKEN, AttemptState.DECLINED));
        assertEquals(MoneyIs.BEING_CHECKED, settled(SaleState.OPEN, Settlement.MONEY_RETURNED, AttemptState.UNKNOWN));
        assertEquals(MoneyIs.PAID, settled(SaleState.PAID, Settlement.MONEY_RETURNED, AttemptState.PAID));
    }

    @Test
    void aVoucherIsNotDueOnlyWhereNoMoneyCanStay() {
        assertEquals(VoucherIs.AFTER_THE_OUTCOME, voucher(AttemptState.WATCH, AttemptState.UNKNOWN));
        assertEquals(VoucherIs.AFTER_THE_OUTCOME, voucher(AttemptState.WATCH, AttemptState.NEEDS_PERSON));
        assertEquals(VoucherIs.NOT_DUE, voucher(AttemptState.WATCH));
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerCanBeSaidInBothLanguages(MoneyIs money) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            String said = new Verdict(money, VoucherIs.NOT_DUE)
                    .line(new Words(language, ZoneOffset.UTC), sale(SaleState.OPEN));
            assertFalse(said.contains("[") || said.matches(".*\\{\\d}.*"), said);
        }
    }

    private static MoneyIs money(SaleState sale, AttemptState... attempts) {
        return Verdict.of(story(sale, attempts(attempts))).money();
    }

    private static VoucherIs voucher(AttemptState... attempts) {
        return Verdict.of(story(SaleState.OPEN, attempts(attempts))).voucher();
    }

    private static MoneyIs settled(SaleState sale, Settlement how, AttemptState other) {
        List<AttemptRow> all = new ArrayList<>(attempts(other));
        all.add(attempt(AttemptState.NEEDS_PERSON, how));
        return Verdict.of(story(sale, all)).money();
    }

    private static List<AttemptRow> attempts(AttemptState... states) {
        List<AttemptRow> all = new ArrayList<>();
        for (AttemptState state : states) all.add(attempt(state, null));
        return all;
    }

    private static AttemptRow attempt(AttemptState state, @Nullable Settlement settlement) {
        return new AttemptRow(
                2,
                1,
                RECEIPT,
                1,
                1,
                new OrderNumber("T001K70000004201abcdef"),
                Provider.ALIPAY,
                Money.ofFen(1_280),
                "28…05",
                0,
                new AttemptRow.Progress(state, null, null, null, null, null, false, settlement));
    }

    private static SaleStory story(SaleState state, List<AttemptRow> attempts) {
        return new SaleStory(sale(state), List.of(), attempts, List.of(), List.of());
    }

    private static SaleRow sale(SaleState state) {
        var opening = new SaleRow.Opening(1, LocalDate.of(2026, 11, 23), 0, "02", 1, Money.ofFen(1_280), 1, "eggs");
        return new SaleRow(
                1,
                RECEIPT,
                opening,
                state,
                new SaleRow.MoneySide(0, null, Set.of(), 0),
                new SaleRow.VoucherSide(VoucherState.NONE, null, null, 0));
    }
}
