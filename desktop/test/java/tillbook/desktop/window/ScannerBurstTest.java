package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.Alert;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.sale.Line;

/**
 * A scanner types into whatever has the focus: no scan is lost, none counts twice, nothing else hears its keys. The keys are
 * the robot's; the gaps between them are counted and not waited for, so a busy machine makes no scanner a person. The test of
 * the window on a real X server types with real gaps.
 */
class ScannerBurstTest extends AtTheWindow {
    private static final String[] CODES = {EGGS, MILK, BIG_MILK};

    private void pieces(int count) {
        Cashier.waits(() -> pieces() == count, () -> count + " pieces, not " + pieces() + ": " + cashier.lastRow());
    }

    private long pieces() {
        return shop.state().basket().lines().stream()
                .map(Line::quantity)
                .mapToLong(quantity -> quantity.thousandths() / 1_000)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"2,200", "5,200", "20,100"})
    void noScanIsLostAndNoneCountsTwice(long gapMs, int scans) {
        for (int i = 0; i < scans; i++) cashier.scans(CODES[i % CODES.length], gapMs);
        pieces(scans);
        assertEquals("", cashier.reads("scan"));
        assertEquals(CODES.length, shop.state().basket().lines().size());
    }

    /** A busy machine holds up the first keys; they were typed already, and are part of the code. */
    @Test
    void aPauseAfterTheFirstKeysLosesNoScan() {
        for (int i = 0; i < 10; i++) {
            cashier.types("2");
            cashier.scansAfter("000000000022", 900, 17);
        }
        pieces(10);
        assertEquals("", cashier.reads("scan"));
    }

    @ParameterizedTest
    @CsvSource({"2,200", "5,200", "20,100"})
    void aDialogInFrontHearsNothingOfIt(long gapMs, int scans) {
        Alert dialog = Cashier.onFx(() -> {
            Alert made = new Alert(Alert.AlertType.CONFIRMATION, "?");
            made.initOwner(window.stage());
            made.show();
            return made;
        });
        Cashier.waits(
                () -> Cashier.onFx(
                        () -> dialog.getDialogPane().getScene().getWindow().isFocused()),
                () -> "the dialog");
        for (int i = 0; i < scans; i++) cashier.scansInFront(CODES[i % CODES.length], gapMs);
        pieces(scans);
        assertTrue(Cashier.onFx(dialog::isShowing), "a scan's Enter pressed the dialog's default button");
        Cashier.onFx(() -> {
            dialog.close();
            return true;
        });
    }

    @ParameterizedTest
    @CsvSource({"2,200", "5,200", "20,100"})
    void aQuantityHalfTypedStaysAsItWas(long gapMs, int scans) {
        cashier.scans(EGGS);
        lines(1);
        cashier.presses(KeyCode.F3);
        cashier.types("7");
        for (int i = 0; i < scans; i++) cashier.scans(MILK, gapMs);
        pieces(scans + 1);
        assertEquals("7", cashier.reads("entry"));
        cashier.presses(KeyCode.ENTER);
        pieces(scans + 7);
    }

    @Test
    void aButtonWithTheFocusIsNotPressed() {
        cashier.scans(EGGS);
        lines(1);
        Cashier.onFx(() -> {
            cashier.node("void").requestFocus();
            return true;
        });
        for (int i = 0; i < 10; i++) cashier.scans(MILK, 2);
        pieces(11);
        assertEquals("", cashier.reads("scan"));
    }

    @Test
    void aPaymentCodeWhileCashIsTypedPaysOnce() {
        cashier.scans(EGGS);
        lines(1);
        cashier.presses(KeyCode.F11);
        cashier.types("5");
        cashier.scans(code(1, "8888"), 2);
        cashier.seesText("state-title", "已到账");
        cashier.scans(code(1, "8888"), 2);
        Cashier.waits(() -> cashier.lastRow().contains("PAY-TWICE"), () -> "PAY-TWICE: " + cashier.lastRow());
        assertEquals(2, shop.state().nextSale(), "one sale was made");
    }
}
