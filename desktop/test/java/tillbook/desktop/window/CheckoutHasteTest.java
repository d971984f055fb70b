package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
