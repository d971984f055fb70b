package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.desktop.journal.screen.Journal;
import tillbook.desktop.journal.screen.Ledger;
import tillbook.journal.search.SearchProblem;
import tillbook.payment.AttemptState;
import tillbook.payment.practice.Call;
import tillbook.payment.practice.PracticeProvider;
import tillbook.payment.practice.Trouble;
import tillbook.payment.practice.TroubleRule;
import tillbook.printing.paper.PaperText;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PrinterTrouble;
import tillbook.sale.ReceiptNumber;

/** The journal at the window of a real till, by keyboard and scanner alone. */
class JournalWindowTest extends AtTheWindow {
    private static final String MARK = "重打印";

    @Test
    void f10OpensTheNewestSalesAndEscBringsTheReadyScanFieldBack() {
        ReceiptNumber receipt = sell(EGGS);
        opensTheJournal();
        rows(1);
        assertTrue(row(0).contains(receipt.text()), row(0));
        assertTrue(row(0).contains("已到账"), row(0));
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesThing("lines");
        assertTrue(cashier.hasFocus("scan"));
        cashier.scans(MILK);
        lines(1);
    }

    @Test
    void whatWasTypedWhileTheScreenStoodStillIsLookedFor() {
        cashier.pressesAtOnce(KeyCode.F10, KeyCode.DIGIT4, KeyCode.DIGIT2);
        cashier.seesThing("search");
        assertEquals("42", cashier.reads("search"));
    }

    @Test
    void threeKindsOfSaleAreFoundByWhatIsTyped() {
        ReceiptNumber eggs = sell(EGGS);
        ReceiptNumber milk = sell(MILK);
        cashier.scans(BIG_MILK);
        lines(1);
        cashier.presses(KeyCode.F12);
        cashier.scans(code(7, "0000"));
        Cashier.waits(() -> shop.state().atCounter() != null, () -> "a sale by code");
        ReceiptNumber scanned = newest();
        paid(scanned);
        String amount = amountOf(scanned);
        opensTheJournal();
        rows(3);

        looksFor(eggs.text().substring(5));
        rows(1);
        assertTrue(row(0).contains(eggs.text()), row(0));

        looksFor(amount);
        rows(1);
        assertTrue(row(0).contains(scanned.text()), row(0));

        looksFor(MILK);
        rows(1);
        assertTrue(row(0).contains(milk.text()), row(0));

        looksFor("9999.99");
        rows(0);
        cashier.seesText("none", "没有找到");

        looksFor(eggs.text().substring(5));
        rows(1);
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("case-title", eggs.text());
        cashier.seesText("verdict", "钱：已到账");
        cashier.seesText("verdict", "小票：已打印");
        cashier.presses(KeyCode.ESCAPE);
        assertFalse(cashier.sees("case-title"));
        cashier.seesThing("sales");
    }

    @Test
    void whatAFilterHidesIsCounted() {
        sell(EGGS);
        opensTheJournal();
        rows(1);
        cashier.seesText("count", "隐藏了 0 笔");
        cashier.presses(KeyCode.F3);
        rows(0);
        cashier.seesText("count", "“核实中”隐藏了 1 笔");
        cashier.presses(KeyCode.F3);
        cashier.presses(KeyCode.F3);
        rows(1);
        cashier.presses(KeyCode.F5);
        rows(1);
        cashier.presses(KeyCode.F5);
        rows(0);
        cashier.seesText("count", "“日期”隐藏了 1 笔");
    }

    @Test
    void theKeysMarkASaleAndEnterOpensIt() {
        ReceiptNumber first = sell(EGGS);
        sell(MILK);
        // No record of a sheet comes between the two keys.
        Cashier.waits(
                () -> shop.state().owed().count() == 0,
                () -> "owed: " + shop.state().owed());
        opensTheJournal();
        rows(2);
        cashier.presses(KeyCode.DOWN);
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("case-title", first.text());
        cashier.seesText("facts", "现金");
    }

    @Test
    void aScannedReceiptOpensItsCaseAndAMarkedCopyIsPrintedByKey() {
        ReceiptNumber receipt = sell(EGGS);
        Cashier.waits(
                () -> shop.state().owed().count() == 0,
                () -> "owed: " + shop.state().owed());
        opensTheJournal();
        rows(1);
        cashier.scans(receipt.text());
        cashier.seesText("case-title", receipt.text());
        button("print", "副本 1");
        assertEquals("", cashier.reads("search"));
        assertFalse(paper().contains(MARK), paper());
        cashier.presses(KeyCode.F12);
        Cashier.waits(() -> paper().contains(MARK), this::paper);
        button("print", "副本 2");
        Cashier.waits(() -> life().contains("第 1 次重打印：已打印并确认"), this::life);
    }

    @Test
    void aSheetThatNobodyKnowsOfIsJudgedInItsCase() {
        printer().trouble(new PrinterTrouble.LinkCut(400));
        ReceiptNumber receipt = sell(EGGS);
        cashier.seesText("state-checks", "请看打印机");
        opensTheJournal();
        cashier.scans(receipt.text());
        cashier.seesText("verdict", "可能已打印");
        cashier.presses(KeyCode.F7);
        Cashier.waits(
                () -> shop.state().owed().count() == 0,
                () -> "owed: " + shop.state().owed());
        cashier.seesText("verdict", "小票：已打印");
        printer().mend();
        assertTrue(life().contains("已完整打出"), life());
    }

    @Test
    void anUnpaidSaleIsResumedAtTheCheckout() {
        cashier.scans(EGGS);
        lines(1);
        cashier.presses(KeyCode.F12);
        cashier.scans(code(3, "0002"));
        Cashier.waits(
                () -> sale().filter(one ->
                                one.attempts().size() == 1 && one.living().isEmpty())
                        .isPresent(),
                () -> "a refused payment, not " + shop.state().sales());
        ReceiptNumber receipt = newest();
        opensTheJournal();
        cashier.scans(receipt.text());
        cashier.seesText("verdict", "未付款");
        cashier.seesThing("resume");
        cashier.presses(KeyCode.F11);
        cashier.seesThing("lines");
        lines(1);
    }

    @Test
    void anOpenPaymentIsAskedAboutFromItsCase() {
        PracticeProvider provider = shop.till.practiceProvider().orElseThrow();
        provider.trouble(new TroubleRule(new Trouble.HangUp(true), EnumSet.of(Call.PAY), 1));
        provider.trouble(new TroubleRule(new Trouble.Silence(true), EnumSet.of(Call.QUERY), TroubleRule.ALWAYS));
        cashier.scans(EGGS);
        lines(1);
        cashier.scans(code(1, "0000"));
        Cashier.waits(
                () -> shop.state().openAttempts().anyMatch(one -> one.state() == AttemptState.UNKNOWN),
                () -> "an unknown payment, not " + shop.state().sales());
        ReceiptNumber receipt = newest();
        opensTheJournal();
        cashier.scans(receipt.text());
        cashier.seesText("verdict", "核实中");
        button("ask-again", "现在查询支付平台");
        provider.calm();
        cashier.presses(KeyCode.F9);
        cashier.seesText("verdict", "钱：已到账");
        Cashier.waits(() -> !cashier.sees("ask-again"), () -> "nothing to ask any more");
    }

    @Test
    void aPaymentCodePaysNothingInTheJournalAndIsNotShown() {
        cashier.scans(EGGS);
        lines(1);
        opensTheJournal();
        String code = code(5, "0000");
        cashier.scans(code);
        cashier.seesText("said", "付款码");
        assertFalse(cashier.reads("search").contains(code.substring(0, 12)), cashier.reads("search"));
        assertTrue(shop.state().openAttempts().findAny().isEmpty());
        assertEquals(1, shop.state().basket().lines().size());
    }

    @Test
    void aCopyThatCannotBeAskedIsSaidAndTheListFollowsByItself() {
        ReceiptNumber receipt = sell(EGGS);
        AtomicBoolean asleep = new AtomicBoolean(true);
        Journal journal = Cashier.onFx(() -> {
            Journal made = new Journal(sleeping(asleep), Locale.SIMPLIFIED_CHINESE, () -> {});
            window.stage().getScene().setRoot(made.root());
            return made;
        });
        try {
            cashier.seesText("said", "磁盘已满");
            cashier.seesText("said", "SYS-JOURNAL");
            Cashier.onFx(() -> {
                journal.scanned(receipt.text());
                return true;
            });
            cashier.seesText("verdict", "收银台自己还记得的内容");
            Cashier.waits(() -> life().contains("现金"), this::life);
            asleep.set(false);
            cashier.seesText("verdict", "钱：已到账");
            rows(1);
            Cashier.waits(() -> !cashier.sees("said"), () -> "nothing said any more, not: " + cashier.reads("said"));
        } finally {
            Cashier.onFx(() -> {
                journal.close();
                return true;
            });
        }
    }

    @Test
    void everyTargetIsLargeEnoughForAFinger() {
        ReceiptNumber receipt = sell(EGGS);
        opensTheJournal();
        rows(1);
        assertEquals("", cashier.tooSmall());
        cashier.scans(receipt.text());
        cashier.seesText("verdict", "钱：已到账");
        assertEquals("", cashier.tooSmall());
    }

    @Test
    void whoClosesTheWindowInTheJournalIsAskedAtTheCheckout() {
        opensTheJournal();
        cashier.closesTheWindow();
        cashier.seesThing("close-now");
    }

    @Test
    void theJournalIsReachedByTouchFromTheMoreButton() {
        sell(EGGS);
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.F9);
        cashier.touches("journal");
        rows(1);
        cashier.touches("back");
        cashier.seesThing("lines");
        assertTrue(cashier.hasFocus("scan"));
    }

    // Helpers.

    private Ledger sleeping(AtomicBoolean asleep) {
        Ledger awake = Ledger.of(shop.till, fault -> {
            shop.faults.add(fault);
            return "F";
        });
        return new Ledger(
                () -> asleep.get() ? Optional.empty() : awake.search().get(),
                () -> asleep.get()
                        ? Optional.of(new SearchProblem.DiskFull())
                        : awake.problem().get(),
                time -> !asleep.get() && awake.catchesUp().within(time),
                awake.records(),
                awake.state(),
                awake.register(),
                awake.scans(),
                awake.shop(),
                awake.wall(),
                awake.faults());
    }

    private void opensTheJournal() {
        cashier.presses(KeyCode.F10);
        cashier.seesThing("sales");
        assertTrue(cashier.hasFocus("search"));
    }

    private void looksFor(String text) {
        cashier.presses(KeyCode.END);
        while (!cashier.reads("search").isEmpty()) cashier.presses(KeyCode.BACK_SPACE);
        cashier.types(text);
    }

    private void button(String id, String words) {
        Cashier.waits(
                () -> cashier.sees(id)
                        && Cashier.onFx(() -> cashier.node(id).getAccessibleText())
                                .contains(words),
                () -> "a button " + id + " with " + words);
    }

    private void rows(int count) {
        Cashier.waits(
                () -> Cashier.onFx(() -> list().getItems().size()) == count,
                () -> count + " rows, not "
                        + Cashier.onFx(() -> list().getItems().toString()));
    }

    private String row(int place) {
        return Cashier.onFx(() -> list().getItems().get(place).toString());
    }

    private ListView<?> list() {
        return (ListView<?>) cashier.node("sales");
    }

    private String life() {
        return Cashier.onFx(
                () -> ((ListView<?>) cashier.node("life")).getItems().toString());
    }

    private ReceiptNumber sell(String code) {
        cashier.scans(code);
        lines(1);
        cashier.presses(KeyCode.F11);
        cashier.presses(KeyCode.ENTER);
        Cashier.waits(() -> shop.state().atCounter() != null, () -> "a sale at the counter");
        ReceiptNumber receipt = newest();
        paid(receipt);
        return receipt;
    }

    private void paid(ReceiptNumber receipt) {
        Cashier.waits(() -> shop.till.sales().isPaid(receipt), () -> receipt + " to be paid");
    }

    private String amountOf(ReceiptNumber receipt) {
        return shop.till
                .receipts(Locale.ENGLISH)
                .of(receipt, shop.till.sales().of(receipt))
                .orElseThrow()
                .total()
                .yuan();
    }

    private ReceiptNumber newest() {
        ReceiptNumber receipt = shop.state().atCounter();
        if (receipt == null) throw new AssertionError("nobody is at the counter");
        return receipt;
    }

    private PracticePrinter printer() {
        return shop.till.printing().practicePrinter().orElseThrow();
    }

    private String paper() {
        return PaperText.words(printer().paper());
    }
}
