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

    // Twice.

    /** Whatever was asked before has its answer when this scan has; and no panel stands before the goods. */
    private void nothingIsInTheWay() {
        cashier.scans(BIG_MILK);
        Cashier.waits(() -> last().equals(BIG_MILK), () -> "the scan, not " + last());
        cashier.seesThing("total");
    }

    private String last() {
        return shop.state().basket().isEmpty()
                ? ""
                : shop.state().basket().lines().getLast().code();
    }

    @Test
    void enterTwiceBeforeTheAnswerTakesTheCashOnce() {
        sold(EGGS);
        cashier.pressesAtOnce(KeyCode.F11, KeyCode.ENTER, KeyCode.ENTER);
        cashier.seesText("state-title", "不用找零");
        nothingIsInTheWay();
    }

    @Test
    void deleteTwiceBeforeTheAnswerVoidsOneLineAndIsNotRefused() {
        sold(EGGS, MILK);
        cashier.pressesAtOnce(KeyCode.DELETE, KeyCode.DELETE);
        lines(1);
        nothingIsInTheWay();
        assertEquals(EGGS, shop.state().basket().lines().getFirst().code());
    }

    @Test
    void theSecondOfTwoEntersDoesNotPutTheChangeAway() {
        sold(EGGS);
        cashier.presses(KeyCode.F11);
        cashier.types("20");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("state-amount", "￥7.20");
        cashier.scansAfter("", 0, DOUBLE_TAP_MS);
        assertEquals("￥7.20", cashier.reads("state-amount"));
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥0.00");
    }

    // What is newer.

    @Test
    void aRefusalDoesNotHideTheChangeThatHasToBeGiven() {
        sold(EGGS);
        cashier.pressesAtOnce(
                KeyCode.F11, KeyCode.DIGIT2, KeyCode.DIGIT0, KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.DELETE);
        Cashier.waits(() -> cashier.lastRow().contains("Said"), () -> "the refusal, not " + cashier.lastRow());
        assertEquals("￥7.20", cashier.reads("state-amount"));
    }

    @Test
    void aRefusalIsPutAwayByEscape() {
        sold(EGGS);
        cashier.presses(KeyCode.F4);
        cashier.types("9999999");
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥9999999.00");
        cashier.presses(KeyCode.F3);
        cashier.types("99999");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("state-title", "没有执行");
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesText("total", "￥9999999.00");
    }

    // The line and the goods that are meant.

    @Test
    void theLineThatWasScannedAgainIsMarkedThoughAnotherLineBearsAnotherShareOfTheDiscount() {
        sold(EGGS, MILK);
        cashier.presses(KeyCode.F5);
        cashier.presses(KeyCode.F5);
        cashier.types("1.30");
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.DOWN);
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥15.00");
        cashier.scans(EGGS);
        cashier.seesText("total", "￥27.80");
        cashier.seesText("last-scan", "鸡蛋");
        cashier.presses(KeyCode.DELETE);
        cashier.seesText("total", "￥2.20");
    }

    @Test
    void droppingAHeldBasketNeverBecomesRecallingIt() {
        sold(EGGS);
        cashier.presses(KeyCode.F6);
        cashier.presses(KeyCode.ENTER);
        Cashier.waits(() -> shop.state().held().size() == 1, () -> "one held");
        sold(MILK);
        cashier.presses(KeyCode.F7);
        cashier.touches("drop-" + shop.state().held().getFirst().number());
        cashier.seesText("state-text", "台上还有商品");
        cashier.presses(KeyCode.DIGIT1);
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.ESCAPE);
        nothingIsInTheWay();
        assertEquals(1, shop.state().held().size());
        assertEquals(MILK, shop.state().basket().lines().getFirst().code());
    }

    @Test
    void aWeightStaysThatOfItsGoodsAndTheNextGoodsAreAskedAboutAfterIt() {
        cashier.types("00003");
        cashier.presses(KeyCode.ENTER);
        cashier.seesThing("take-weight");
        cashier.types("1.2");
        cashier.touches("scan");
        cashier.types("00007");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("entry-sentence", "接着称：散装香蕉");
        assertEquals("1.2", cashier.reads("entry"));
        cashier.touches("take-weight");
        lines(1);
        assertEquals("00003", last());
        cashier.seesText("entry-sentence", "散装香蕉");
        assertEquals("", cashier.reads("entry"));
        cashier.types("0.5");
        cashier.presses(KeyCode.ENTER);
        lines(2);
        assertEquals("00007", last());
        cashier.seesThing("total");
    }

    // The focus.

    @Test
    void whoTouchesALineKeepsTypingWhereSheWas() {
        sold(EGGS, MILK);
        cashier.touchesRow(0);
        assertTrue(cashier.hasFocus("scan"));
        cashier.presses(KeyCode.DOWN);
        cashier.presses(KeyCode.DELETE);
        lines(1);
        assertEquals(EGGS, last());
        cashier.presses(KeyCode.F11);
        cashier.types("2");
        cashier.touchesRow(0);
        cashier.types("0");
        assertEquals("20", cashier.reads("entry"));
    }

    @Test
    void whoComesToTheLinesByTabMarksThemThere() {
        sold(EGGS, MILK);
        Cashier.onFx(() -> {
            cashier.node("lines").requestFocus();
            return true;
        });
        cashier.presses(KeyCode.UP);
        cashier.presses(KeyCode.DELETE);
        lines(1);
        assertEquals(MILK, last());
    }
}
