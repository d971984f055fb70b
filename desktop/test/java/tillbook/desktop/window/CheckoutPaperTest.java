package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.printing.paper.PaperText;
import tillbook.printing.practice.PracticePrinter;
import tillbook.printing.practice.PrinterTrouble;
import tillbook.sale.ReceiptNumber;

/** Paper at the window, by a printer that speaks on a real socket and misbehaves. */
class CheckoutPaperTest extends AtTheWindow {
    private static final String MARK = "重打印";

    @Test
    void aReceiptIsPrintedAndThatIsSaid() {
        sell();
        cashier.seesText("state-checks", "已打印并确认");
        assertTrue(paper().contains("END"), paper());
        assertFalse(cashier.sees("tray-vouchers"));
    }

    @Test
    void withoutPaperTheReceiptWaitsWithItsCauseAndPrintsByItselfWithANewRoll() {
        printer().trouble(new PrinterTrouble.PaperOut(0));
        sell();
        cashier.seesText("state-checks", "PRN-PAPER-OUT");
        cashier.seesText("tray-vouchers", "1");
        cashier.presses(KeyCode.ENTER);
        cashier.scans(MILK);
        lines(1);
        printer().mend();
        Cashier.waits(
                () -> shop.state().owed().count() == 0,
                () -> "owed: " + shop.state().owed());
        assertFalse(paper().contains(MARK), paper());
    }

    @Test
    void whatWasCutOffInTheMiddleIsAskedAboutAndBecomesAMarkedCopy() {
        sell();
        cashier.seesText("state-checks", "已打印并确认");
        cashier.presses(KeyCode.ENTER);
        printer().tearOff();
        printer().trouble(new PrinterTrouble.LinkCut(400));
        sell();
        cashier.seesText("state-checks", "请看打印机");
        cashier.seesText("tray-doubtful", "1");
        printer().mend();
        cashier.touches("not-out");
        cashier.seesText("state-checks", "已打印并确认");
        Cashier.waits(() -> paper().contains(MARK), this::paper);
        assertEquals(0, shop.state().owed().count());
    }

    @Test
    void somebodyWhoSeesThePaperEndsTheDoubtFromTheTray() {
        printer().trouble(new PrinterTrouble.LinkCut(400));
        sell();
        cashier.touches("tray-doubtful");
        cashier.touches("came-out-" + newest());
        Cashier.waits(
                () -> shop.state().owed().count() == 0,
                () -> "owed: " + shop.state().owed());
        printer().mend();
    }

    @Test
    void whoeverWantsNoReceiptGetsNone() {
        printer().trouble(new PrinterTrouble.CoverOpen(0));
        sell();
        cashier.seesText("state-checks", "PRN-COVER");
        cashier.touches("voucher-WAIVED");
        Cashier.waits(
                () -> shop.state().owed().count() == 0,
                () -> "owed: " + shop.state().owed());
        printer().mend();
        assertFalse(paper().contains("END"), paper());
    }

    @Test
    void theCodeOnAReceiptOpensItsSaleAndACopyIsMarked() {
        ReceiptNumber receipt = sell();
        cashier.seesText("state-checks", "已打印并确认");
        cashier.presses(KeyCode.ENTER);
        cashier.scans(receipt.text());
        cashier.seesText("state-title", "已付款的销售");
        cashier.touches("print");
        Cashier.waits(() -> paper().contains(MARK), this::paper);
    }

    @Test
    void theLastReceiptIsFoundWithoutItsPaper() {
        sell();
        cashier.seesText("state-checks", "已打印并确认");
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.F9);
        cashier.touches("last-receipt");
        cashier.seesText("state-title", "已付款的销售");
        cashier.seesText("state-amount", "￥12.80");
    }

    @Test
    void aHeldBasketGetsASlipWhoseCodeRecallsIt() {
        cashier.scans(EGGS);
        lines(1);
        cashier.presses(KeyCode.F6);
        cashier.presses(KeyCode.ENTER);
        Cashier.waits(
                () -> shop.state().held().size() == 1,
                () -> "held: " + shop.state().held());
        String code = shop.state().held().getFirst().number().text();
        Cashier.waits(() -> paper().contains(code), this::paper);
        cashier.scans(code);
        lines(1);
    }

    @Test
    void theLightOpensTheTestPage() {
        cashier.touches("light-printer");
        cashier.touches("test-page");
        Cashier.waits(() -> paper().contains("END"), this::paper);
    }

    // Helpers.

    private ReceiptNumber sell() {
        cashier.scans(EGGS);
        lines(1);
        cashier.presses(KeyCode.F11);
        cashier.presses(KeyCode.ENTER);
        Cashier.waits(() -> shop.state().atCounter() != null, () -> "a sale at the counter");
        return newest();
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
