package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Who is in a hurry gets what was meant: nothing else is hit, nothing happens twice, nothing covers what is newer. */
class CheckoutHasteTest extends AtTheWindow {
    private static final long DOUBLE_TAP_MS = 200;
    private static final long LOOKED_MS = 600;

    private void sold(String... codes) {
        for (String code : codes) cashier.scans(code);
        lines(codes.length);
    }

    // Touch.

    @Test
    void theSecondTapOfADoubleTapHitsNothingThatCameUnderTheFinger() {
        cashier.size(1024, 768);
        sold(EGGS);
        cashier.touches("cash");
        cashier.touches("pad-2");
        cashier.touches("pad-0");
        cashier.touches("take-cash");
        cashier.seesText("state-amount", "￥7.20");
        cashier.waitsUnderTheFinger("next");
        cashier.tapsAgain(DOUBLE_TAP_MS);
        assertEquals("￥7.20", cashier.reads("state-amount"), "the change has still to be given");
        cashier.touchesAfter("next", LOOKED_MS);
        cashier.seesText("total", "￥0.00");
    }

    // Cash.

    @Test
    void theExactCashThatIsOfferedIsWhatIsDueNow() {
        sold(MILK);
        cashier.touches("cash");
        cashier.seesThing("offer-3-50");
        cashier.scans(EGGS);
        lines(2);
        cashier.seesText("entry-title", "￥16.30");
        cashier.touches("offer-16-30");
        cashier.seesText("state-title", "不用找零");
    }

    // Find.

    @Test
    void enterOnTheHeelsOfANameWaitsForWhatIsFoundByThatName() {
        cashier.presses(KeyCode.F2);
        cashier.types("jd");
        Cashier.waits(() -> found() > 0, () -> "eggs");
        cashier.pressesAtOnce(KeyCode.BACK_SPACE, KeyCode.BACK_SPACE, KeyCode.C, KeyCode.N, KeyCode.N, KeyCode.ENTER);
        lines(1);
        assertEquals(MILK, shop.state().basket().lines().getFirst().code());
    }

    @Test
    void whoMovesTheMarkBeforeAnythingWasFoundTakesNothingUnseen() {
        cashier.presses(KeyCode.F2);
        cashier.pressesAtOnce(KeyCode.N, KeyCode.N, KeyCode.DOWN, KeyCode.ENTER);
        Cashier.waits(() -> found() > 0, () -> "milk");
        assertTrue(shop.state().basket().isEmpty());
        assertTrue(cashier.hasFocus("entry"));
    }

    private int found() {
        return cashier.inWindow(
                stage -> ((ListView<?>) cashier.node("found")).getItems().size());
    }
}
