package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import tillbook.payment.AttemptState;

/** The ways through the checkout by pointer alone; the scanner types. */
class CheckoutByTouchTest extends AtTheWindow {
    @Test
    void cashFromOfferedNotesAndFromThePad() {
        cashier.size(1024, 768);
        cashier.scans(EGGS);
        lines(1);
        cashier.touches("cash");
        cashier.touches("offer-20-00");
        cashier.seesText("state-amount", "￥7.20");
        cashier.seesText("state-checks", "已打印并确认");
        cashier.touches("next");
        cashier.scans(MILK);
        lines(1);
        cashier.touches("cash");
        cashier.touches("pad-5");
        cashier.touches("pad-0");
        cashier.touches("pad-erase");
        cashier.touches("take-cash");
        cashier.seesText("state-amount", "￥1.50");
        assertTrue(cashier.hasFocus("scan"));
    }

    @Test
    void aLineIsTouchedChangedAndVoided() {
        cashier.scans(EGGS);
        cashier.scans(MILK);
        lines(2);
        cashier.touchesRow(0);
        cashier.touches("quantity");
        cashier.touches("pad-4");
        cashier.touches("take-quantity");
        cashier.seesText("total", "￥54.70");
        cashier.touchesRow(1);
        cashier.touches("void");
        lines(1);
        cashier.seesText("total", "￥51.20");
    }

    @Test
    void aPaymentIsStoppedByTouchAndTheSaleAbandoned() {
        cashier.scans(EGGS);
        lines(1);
        cashier.touches("scan-pay");
        cashier.seesText("state-title", "付款码");
        shop.time.holds();
        cashier.scans(code(1, "0005"));
        attempt(AttemptState.PENDING);
        cashier.touches("stop");
        cashier.touches("goods-stay");
        shop.time.goesOn();
        cashier.touches("abandon");
        cashier.seesText("total", "￥0.00");
    }

    @Test
    void theTrayOpensItsCasesAndTheGoodsGoWithTheCustomer() {
        cashier.scans(EGGS);
        shop.time.holds();
        cashier.scans(code(1, "0010"));
        cashier.seesText("state-title", "正在核实");
        cashier.touches("next");
        cashier.touches("tray-attempts");
        cashier.seesThing("items");
        String order =
                shop.state().openAttempts().findFirst().orElseThrow().order().text();
        cashier.touches("stop-" + order);
        cashier.touches("goods-gone");
        Cashier.waits(
                () -> shop.state().openAttempts().allMatch(attempt -> attempt.goodsKept()), () -> "the word is noted");
        cashier.seesText("tray-attempts", "￥12.80");
    }

    @Test
    void aLightSaysFromWhatItIsKnown() {
        cashier.scans(EGGS);
        lines(1);
        cashier.touches("light-scanner");
        cashier.seesText("seen", "指示灯说");
        cashier.touches("leave");
        cashier.touches("light-printer");
        cashier.seesText("state-title", "✓ 打印机");
        cashier.touches("back");
        cashier.seesText("total", "￥12.80");
        assertEquals(1, shop.state().basket().lines().size());
    }

    @Test
    void everythingToTouchIsLargeEnough() {
        cashier.size(1024, 768);
        cashier.scans(EGGS);
        lines(1);
        assertEquals("", cashier.tooSmall());
        cashier.touches("cash");
        assertEquals("", cashier.tooSmall());
        cashier.touches("back");
        cashier.touches("more");
        assertEquals("", cashier.tooSmall());
    }
}
