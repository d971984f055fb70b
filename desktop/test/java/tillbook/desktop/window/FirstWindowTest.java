package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.sale.Line;

/** The window is there before its register: what is scanned meanwhile waits, in its order, and nothing is lost. */
@SuppressWarnings("NullAway.Init") // Shown before each test.
class FirstWindowTest extends AtTheWindow {
    private static final long SCANNER_GAP_MS = 5;

    private FirstWindow first;

    @Override
    void begin() {
        first = Cashier.onFx(() -> {
            FirstWindow made = new FirstWindow(inTheCorner(), theme, shop.keyNanos::get);
            made.show();
            made.speaks(Locale.ENGLISH);
            return made;
        });
        cashier = new Cashier(first.stage(), shop);
    }

    private void registerOpens() {
        window = Cashier.onFx(() -> shop.show(first, Locale.SIMPLIFIED_CHINESE, theme));
    }

    private void saying(String text) {
        Cashier.waits(
                () -> Cashier.onFx(first::says).contains(text), () -> text + ", not " + Cashier.onFx(first::says));
    }

    private List<String> codes() {
        return shop.state().basket().lines().stream().map(Line::code).toList();
    }

    @Test
    void theFieldHasTheFocusAndSaysThatTheRegisterIsOpening() {
        Cashier.waits(() -> cashier.hasFocus("scan"), () -> "the focus");
        saying("The register is opening");
        registerOpens();
        cashier.seesThing("total");
        assertTrue(cashier.hasFocus("scan"));
    }

    @Test
    void whatWasScannedBeforeIsServedInItsOrderAndNotShownAsTakenBefore() {
        cashier.scans(MILK);
        cashier.scans(EGGS);
        cashier.types(BIG_MILK);
        cashier.presses(KeyCode.ENTER);
        saying("waiting: 3");
        assertEquals(List.of(), codes());
        assertFalse(cashier.sees("lines"));
        registerOpens();
        lines(3);
        assertEquals(List.of(MILK, EGGS, BIG_MILK), codes());
    }

    @Test
    void aPaymentCodeThatWaitedPaysWhatWasScannedBeforeIt() {
        cashier.scans(MILK);
        cashier.scans(code(1, "8888"));
        registerOpens();
        cashier.seesText("state-title", "已到账");
        cashier.seesText("state-checks", "已打印并确认");
    }

    @Test
    void aScanThatIsHalfTypedWhenTheRegisterOpensIsOneScan() {
        cashier.scans(MILK);
        cashier.keys(EGGS.substring(0, 7), 2_500, SCANNER_GAP_MS);
        registerOpens();
        assertEquals(EGGS.substring(0, 7), cashier.reads("scan"));
        cashier.scansAfter(EGGS.substring(7), SCANNER_GAP_MS, SCANNER_GAP_MS);
        lines(2);
        assertEquals(List.of(MILK, EGGS), codes());
        assertEquals("", cashier.reads("scan"));
    }

    @Test
    void whatAPersonBeganToTypeStaysInTheField() {
        cashier.types("20000000");
        registerOpens();
        cashier.types("00015");
        cashier.presses(KeyCode.ENTER);
        lines(1);
        assertEquals(List.of(EGGS), codes());
    }

    @Test
    void whoWantedToCloseItIsAskedOnceTheRegisterIsOpen() {
        cashier.closesTheWindow();
        registerOpens();
        cashier.seesThing("close-now");
    }
}
