package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tillbook.payment.AttemptState;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.register.Sheet;
import tillbook.register.VouchersOwed;

/** The practice panel over a real till and the real practice provider, by keys and by a pointer. */
class PracticeWindowTest extends AtTheWindow {
    private static final String EGGS_TILE = "practice-good-" + EGGS;

    @BeforeEach
    void small() {
        cashier.size(1_024, 768);
    }

    @Test
    void theBandIsThereAndAKeyFoldsThePanelOutAndIn() {
        assertTrue(cashier.reads("practice-fold").contains("F1"));
        assertFalse(cashier.sees("practice-panel"));
        cashier.presses(KeyCode.F1);
        cashier.seesThing("practice-panel");
        assertTrue(cashier.sees("total") && cashier.sees("lines") && cashier.sees("scan-pay"), "the checkout stays");
        cashier.presses(KeyCode.F1);
        assertFalse(cashier.sees("practice-panel"));
    }

    @Test
    void goodsAndCodesAreTouchedAndTheReceiptIsShown() {
        cashier.touches("practice-fold");
        cashier.touches(EGGS_TILE);
        Cashier.waits(() -> shop.state().basket().lines().size() == 1, () -> "a line");
        assertTrue(cashier.hasFocus("scan"), "the scan field keeps the focus");
        cashier.touches("practice-tab-codes");
        cashier.touches("practice-code-8888");
        cashier.seesText("state-title", "已到账");
        cashier.touches("practice-tab-receipt");
        cashier.seesThing("practice-slip");
        Cashier.waits(() -> sheets().size() == 1, () -> "a receipt, not " + sheets());
        String slip = sheets().getFirst();
        assertTrue(slip.contains("农家鲜鸡蛋") && slip.contains("￥12.80") && slip.contains("完 END"), slip);
        cashier.touches("practice-tear");
        Cashier.waits(() -> sheets().isEmpty(), () -> "torn off, not " + sheets());
    }

    @Test
    void aReceiptWaitsForPaperAndPrintsByItselfWhenThePrinterIsMended() {
        cashier.touches("practice-fold");
        troubleOn("paper-out");
        sell();
        Cashier.waits(
                () -> sheet().map(Sheet::fault).equals(Optional.of(PrinterFault.PAPER_OUT)),
                () -> "a cause, not " + sheet());
        assertEquals(
                Optional.of(PrintJobState.QUEUED),
                sheet().map(Sheet::state),
                "nothing was sent, so it is still the original");
        assertEquals(
                List.of(),
                shop.till.printing().practicePrinter().orElseThrow().paper().strips());
        cashier.touches("practice-mend");
        Cashier.waits(() -> shop.state().owed().count() == 0, () -> "printed, not " + sheet());
        cashier.touches("practice-tab-receipt");
        Cashier.waits(() -> sheets().size() == 1, () -> "one sheet, not " + sheets());
        assertFalse(sheets().getFirst().contains("重打印"), sheets().getFirst());
    }

    @Test
    void aSheetThatIsCutOffIsSeenHalfAndEndsInAQuestion() {
        cashier.touches("practice-fold");
        troubleOn("cut");
        sell();
        Cashier.waits(
                () -> sheet().map(Sheet::state).equals(Optional.of(PrintJobState.UNKNOWN)),
                () -> "unknown, not " + sheet());
        cashier.touches("practice-tab-receipt");
        Cashier.waits(() -> sheets().size() == 1, () -> "half a sheet, not " + sheets());
        assertFalse(sheets().getFirst().contains("END"), "a torn half has no end: " + sheets());
    }

    @Test
    void eachTroubleOfThePrinterGoesOnAndOffByKeys() {
        cashier.touches("practice-fold");
        cashier.touches("practice-tab-printer");
        for (PaperTrouble trouble : PaperTrouble.values()) {
            pressed("practice-printer-" + trouble.key());
            isOn(trouble.key(), true);
            pressed("practice-printer-" + trouble.key());
            isOn(trouble.key(), false);
        }
    }

    /** The buttons of the panel. */
    private enum PaperTrouble {
        PAPER_OUT,
        PAPER_LOW,
        COVER,
        JAM,
        HOT,
        CUT,
        SLOW,
        SILENT;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private void pressed(String button) {
        Cashier.onFx(() -> {
            cashier.node(button).requestFocus();
            return true;
        });
        cashier.presses(KeyCode.SPACE);
    }

    private void troubleOn(String key) {
        cashier.touches("practice-tab-printer");
        pressed("practice-printer-" + key);
        isOn(key, true);
    }

    private void isOn(String key, boolean on) {
        Cashier.waits(
                () -> Cashier.onFx(() -> cashier.node("practice-printer-" + key)
                                .getAccessibleText()
                                .contains("✓"))
                        == on,
                () -> key + (on ? " on" : " off"));
    }

    private void sell() {
        cashier.scans("2000000000015");
        Cashier.waits(() -> shop.state().basket().lines().size() == 1, () -> "a line");
        cashier.scans("280000000000018888");
        cashier.seesText("state-title", "已到账");
    }

    private Optional<Sheet> sheet() {
        return shop.state().owed().newest().stream().findFirst().map(VouchersOwed.Owed::sheet);
    }

    /** The words of each sheet on the picture of the paper. */
    private List<String> sheets() {
        return Cashier.onFx(() -> {
            Parent roll = (Parent) cashier.node("practice-slip");
            return roll.getChildrenUnmodifiable().stream()
                    .filter(node -> node.getStyleClass().contains("sheet"))
                    .map(Node::getAccessibleText)
                    .toList();
        });
    }

    @Test
    void aTroubleThatIsSwitchedOnMeetsTheNextPaymentAndIsOver() {
        cashier.touches("practice-fold");
        cashier.touches("practice-tab-troubles");
        cashier.touches("practice-drill-confirms-late");
        Cashier.waits(
                () -> !Cashier.onFx(() -> cashier.node("practice-calm").isDisabled()), () -> "a trouble that waits");
        cashier.scans("2000000000015");
        Cashier.waits(() -> shop.state().basket().lines().size() == 1, () -> "a line");
        shop.time.holds();
        cashier.scans("280000000000018888");
        attempt(AttemptState.PENDING);
        cashier.seesText("state-title", "请顾客在手机上确认");
        shop.time.goesOn();
        cashier.seesText("state-title", "已到账");
        Cashier.waits(
                () -> Cashier.onFx(() -> cashier.node("practice-calm").isDisabled()), () -> "the trouble to be over");
    }
}
