package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.register.HeldBasket;
import tillbook.sale.Discount;

/** Prices, discounts, held baskets and goods that nobody knew: by keyboard alone, and by pointer alone. */
class CheckoutFunctionsTest extends AtTheWindow {
    private static final String UNKNOWN = "6920507111006";

    private void sold(String... codes) {
        for (String code : codes) cashier.scans(code);
        lines(codes.length);
    }

    private void held(int count) {
        Cashier.waits(
                () -> shop.state().held().size() == count,
                () -> count + " held, not " + shop.state().held());
    }

    /** What an input method would put in. */
    private void writes(String id, String text) {
        Cashier.onFx(() -> {
            ((TextInputControl) cashier.node(id)).setText(text);
            return true;
        });
    }

    @Test
    void whatIsOpenedWhileAnAnswerIsOnItsWayStaysOpenWhenItComes() {
        sold(EGGS, MILK);
        cashier.pressesAtOnce(KeyCode.DELETE, KeyCode.F2);
        lines(1);
        int before = shop.heard.get();
        cashier.scans(BIG_MILK);
        Cashier.waits(() -> shop.heard.get() > before, () -> "the sound of a scan, answered after the key before it");
        assertTrue(cashier.sees("found"));
    }

    // Price.

    @Test
    void aPriceIsChangedByKeysAndItsReasonMayStayEmpty() {
        sold(EGGS);
        cashier.presses(KeyCode.F4);
        cashier.seesText("entry-title", "改价");
        cashier.types("10");
        cashier.seesText("preview", "￥10.00");
        cashier.presses(KeyCode.ENTER);
        assertTrue(cashier.hasFocus("reason"));
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥10.00");
        assertTrue(cashier.hasFocus("scan"));
    }

    @Test
    void aPriceAndItsReasonThatWereTypedWhileTheScreenStoodStillAreTaken() {
        sold(EGGS);
        cashier.pressesAtOnce(KeyCode.F4, KeyCode.DIGIT9, KeyCode.ENTER, KeyCode.DIGIT7, KeyCode.ENTER);
        cashier.seesText("total", "￥9.00");
    }

    @Test
    void aPriceThatIsNoneIsNotTakenAndTheFieldIsWhereItWas() {
        sold(EGGS);
        cashier.presses(KeyCode.F4);
        cashier.types("..");
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.ENTER);
        assertTrue(cashier.hasFocus("entry"));
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesText("total", "￥12.80");
    }

    @Test
    void aPriceIsChangedByTouch() {
        cashier.size(1024, 768);
        sold(EGGS);
        cashier.touches("price");
        cashier.touches("pad-9");
        assertEquals("", cashier.tooSmall());
        cashier.touches("reason");
        cashier.touches("reason-offer-2");
        cashier.seesText("total", "￥9.00");
    }

    // Discount.

    @Test
    void aLineIsDiscountedByKeysWithAUsualReason() {
        sold(EGGS, MILK);
        cashier.presses(KeyCode.UP);
        cashier.presses(KeyCode.F5);
        cashier.types("2");
        cashier.seesText("preview", "￥14.30");
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.DOWN);
        assertEquals("会员", cashier.reads("reason"));
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥14.30");
        cashier.seesText("discount", "￥2.00");
        assertEquals(
                "会员", shop.state().basket().discounts().ofLine(1).orElseThrow().reason());
    }

    @Test
    void aDiscountWithoutAReasonIsAskedForOne() {
        sold(EGGS);
        cashier.presses(KeyCode.F5);
        cashier.types("2");
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.ENTER);
        assertTrue(cashier.hasFocus("reason"));
        cashier.types("286666666666666666");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥10.80");
        String reason =
                shop.state().basket().discounts().ofLine(1).orElseThrow().reason();
        assertEquals("28…6666", reason);
    }

    @Test
    void theWholeBasketIsDiscountedByTouch() {
        cashier.size(1024, 768);
        sold(EGGS, MILK);
        cashier.touches("discounting");
        cashier.touches("discount-whole");
        cashier.touches("pad-1");
        cashier.touches("pad-0");
        cashier.touches("pad-percent");
        cashier.seesText("preview", "￥14.67");
        assertEquals("", cashier.tooSmall());
        cashier.touches("reason");
        cashier.touches("reason-offer-1");
        cashier.seesText("total", "￥14.67");
        Discount whole = shop.state().basket().discounts().whole();
        assertEquals(new Discount.Percent(1_000, "会员"), whole);
    }

    @Test
    void theWholeBasketIsDiscountedByKeysAndZeroEndsIt() {
        sold(EGGS, MILK);
        cashier.presses(KeyCode.F5);
        cashier.presses(KeyCode.F5);
        cashier.types("1.30");
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.UP);
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥15.00");
        cashier.presses(KeyCode.F5);
        cashier.presses(KeyCode.F5);
        cashier.types("0");
        cashier.presses(KeyCode.ENTER);
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥16.30");
    }

    // Holding.

    @Test
    void aBasketIsHeldAndRecalledByKeysAndByItsSlip() {
        sold(EGGS);
        cashier.presses(KeyCode.F6);
        cashier.types("wang");
        cashier.presses(KeyCode.ENTER);
        held(1);
        cashier.seesText("tray-held", "1");
        HeldBasket held = shop.state().held().getFirst();
        assertEquals("wang", held.note());
        cashier.scans(held.number().text());
        lines(1);
        held(0);
        cashier.presses(KeyCode.F6);
        cashier.presses(KeyCode.ENTER);
        held(1);
        cashier.presses(KeyCode.F7);
        cashier.seesThing("recall-" + held.number());
        while (!cashier.hasFocus("recall-" + held.number())) cashier.presses(KeyCode.TAB);
        cashier.presses(KeyCode.SPACE);
        lines(1);
        assertFalse(cashier.sees("tray-held"));
    }

    @Test
    void aRecallOntoAFullCounterHoldsWhatLiesThereFirst() {
        sold(EGGS);
        cashier.presses(KeyCode.F6);
        cashier.presses(KeyCode.ENTER);
        held(1);
        HeldBasket first = shop.state().held().getFirst();
        cashier.scans(MILK);
        cashier.scans(BIG_MILK);
        lines(2);
        cashier.scans(first.number().text());
        cashier.seesThing("hold-and-recall");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("total", "￥12.80");
        held(1);
        assertEquals(2, shop.state().held().getFirst().basket().lines().size());
    }

    @Test
    void heldBasketsAreRecalledAndDroppedByTouch() {
        cashier.size(1024, 768);
        for (String code : new String[] {EGGS, MILK}) {
            sold(code);
            cashier.touches("hold");
            cashier.touches("entry-offer-1");
        }
        held(2);
        cashier.seesText("tray-held", "2");
        HeldBasket eggs = shop.state().held().getFirst();
        HeldBasket milk = shop.state().held().getLast();
        cashier.touches("tray-held");
        cashier.touches("drop-" + milk.number());
        cashier.touches("drop-yes");
        held(1);
        Cashier.waits(() -> shop.state().basket().isEmpty(), () -> "nothing on the counter");
        cashier.touches("recall-held");
        cashier.touches("recall-" + eggs.number());
        cashier.seesText("total", "￥12.80");
    }

    @Test
    void aKeyThatCanDoNothingSaysWhy() {
        for (KeyCode key : new KeyCode[] {KeyCode.F3, KeyCode.F4, KeyCode.F5, KeyCode.F6, KeyCode.DELETE}) {
            cashier.presses(key);
            Cashier.waits(() -> cashier.lastRow().contains("请先扫商品"), () -> key + ": " + cashier.lastRow());
        }
        cashier.seesText("why", "请先扫商品");
        cashier.presses(KeyCode.F12);
        Cashier.waits(() -> cashier.lastRow().contains("OPR-NOT-SUBMITTED"), () -> "F12: " + cashier.lastRow());
        cashier.presses(KeyCode.F7);
        cashier.seesThing("items");
    }

    // Goods that nobody knew.

    @Test
    void goodsThatNobodyKnewAreAddedByKeys() {
        cashier.scans(UNKNOWN);
        Cashier.waits(() -> cashier.lastRow().contains(UNKNOWN), () -> "why: " + cashier.lastRow());
        cashier.presses(KeyCode.INSERT);
        cashier.seesText("entry-title", "新商品");
        cashier.types("tea");
        cashier.presses(KeyCode.ENTER);
        assertTrue(cashier.hasFocus("new-price"));
        cashier.types("3.5");
        cashier.presses(KeyCode.ENTER);
        lines(1);
        cashier.seesText("total", "￥3.50");
        cashier.seesText("last-scan", "tea");
        assertTrue(cashier.hasFocus("scan"));
        cashier.scans(UNKNOWN);
        cashier.seesText("total", "￥7.00");
    }

    @Test
    void aScannerTypingIntoTheFormCorruptsNothing() {
        cashier.scans(UNKNOWN);
        Cashier.waits(() -> cashier.lastRow().contains(UNKNOWN), () -> "why: " + cashier.lastRow());
        cashier.presses(KeyCode.INSERT);
        cashier.types("te");
        for (int i = 0; i < 5; i++) cashier.scans(MILK, 20);
        lines(1);
        assertEquals("te", cashier.reads("entry"));
        cashier.types("a");
        cashier.presses(KeyCode.ENTER);
        cashier.types("2");
        cashier.scans(EGGS, 5);
        lines(2);
        assertEquals("2", cashier.reads("new-price"));
        assertTrue(cashier.hasFocus("new-price"));
        cashier.presses(KeyCode.ENTER);
        lines(3);
        cashier.seesText("last-scan", "tea");
    }

    @Test
    void goodsThatNobodyKnewAreAddedByTouchAndADigitsOnlyNameIsNotTakenForACode() {
        cashier.size(1024, 768);
        cashier.scans(UNKNOWN);
        cashier.touches("add-here");
        writes("entry", "286666666666666666");
        cashier.touches("take-new");
        cashier.seesText("preview", "付款码");
        writes("entry", "新茶");
        cashier.touches("new-price");
        cashier.touches("pad-5");
        assertEquals("", cashier.tooSmall());
        cashier.touches("take-new");
        lines(1);
        cashier.seesText("total", "￥5.00");
    }
}
