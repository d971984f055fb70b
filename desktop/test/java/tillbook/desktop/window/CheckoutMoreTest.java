package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.desktop.sound.Sound;

/** What is rarely needed, behind F9. */
class CheckoutMoreTest extends AtTheWindow {
    private void more() {
        cashier.presses(KeyCode.F9);
        cashier.seesThing("sign-on");
    }

    @Test
    void everySoundIsTriedOnce() {
        more();
        cashier.touches("sounds");
        Cashier.waits(() -> shop.heard.get() == Sound.values().length, () -> "all sounds, not " + shop.heard);
        assertTrue(cashier.sees("sounds"), "the choices stay, to hear them again");
    }

    @Test
    void anotherCashierSignsOnByKeysAndStandsAtTheTop() {
        more();
        cashier.node("sign-on");
        while (!cashier.hasFocus("sign-on")) cashier.presses(KeyCode.TAB);
        cashier.presses(KeyCode.SPACE);
        cashier.seesText("entry-title", "收银");
        assertTrue(cashier.hasFocus("entry"));
        cashier.types("07");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("who", "收银员 07");
        assertEquals("07", shop.state().cashier());
        assertTrue(cashier.hasFocus("scan"));
    }

    @Test
    void anotherCashierSignsOnByTouch() {
        cashier.size(1024, 768);
        more();
        cashier.touches("sign-on");
        Cashier.onFx(() -> {
            ((TextInputControl) cashier.node("entry")).setText("王小明");
            return true;
        });
        assertEquals("", cashier.tooSmall());
        cashier.touches("take-sign-on");
        cashier.seesText("who", "收银员 王小明");
        assertEquals("王小明", shop.state().cashier());
    }

    @Test
    void whatIsNoCashierIsNotTakenAndSaid() {
        String before = shop.state().cashier();
        more();
        cashier.touches("sign-on");
        cashier.types("281234567890123456");
        cashier.seesText("preview", "不是收银员");
        cashier.presses(KeyCode.ENTER);
        assertTrue(cashier.sees("entry"));
        cashier.presses(KeyCode.ESCAPE);
        assertFalse(cashier.sees("entry"));
        assertEquals(before, shop.state().cashier());
    }
}
