package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.catalog.Good;
import tillbook.catalog.Gtin;
import tillbook.payment.AttemptState;

/** What else is asked at the checkout: answered by pointer alone, and by keyboard alone. */
class CheckoutWaysTest extends AtTheWindow {
    /** 0.864 kg of apples for 8.61, and a payment code as well. */
    private static final String LABEL_AND_CODE = Gtin.withCheckDigit("26" + "00003" + "00864" + "00861");

    /** Labels of this scale begin as Alipay's payment codes do. */
    @Override
    void prepare(Path home) throws IOException {
        Path settings = home.resolve("data/practice/settings.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "mode = \"practice\"\n[scale]\nrules = [\"26IIIIIWWWWWPPPPPC\"]\n");
    }

    /** By the keys that go from one thing to the next. */
    private void goesTo(String id) {
        cashier.seesThing(id);
        for (int i = 0; i < 60 && !cashier.hasFocus(id); i++) cashier.presses(KeyCode.TAB);
        assertTrue(cashier.hasFocus(id), id + " is reached by Tab");
    }

    /** What an input method or a keyboard on the screen puts in. */
    private void writes(String id, String text) {
        Cashier.onFx(() -> {
            ((TextInputControl) cashier.node(id)).setText(text);
            return true;
        });
    }

    @Test
    void whatACodeMeansIsChosenByKeys() {
        cashier.scans(EGGS);
        lines(1);
        cashier.scans(LABEL_AND_CODE);
        cashier.seesThing("meaning-2");
        assertTrue(shop.state().sales().isEmpty(), "nothing is sent before somebody says what it is");
        cashier.types("2");
        cashier.presses(KeyCode.ENTER);
        cashier.seesText("state-title", "已到账");
        cashier.seesText("state-amount", "￥12.80");
    }

    @Test
    void whatACodeMeansIsChosenByTouchAndNoneOfItByKey() {
        cashier.scans(EGGS);
        lines(1);
        cashier.scans(LABEL_AND_CODE);
        cashier.seesThing("meaning-1");
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesText("total", "￥12.80");
        cashier.scans(LABEL_AND_CODE);
        cashier.touches("meaning-1");
        lines(2);
        assertTrue(shop.state().sales().isEmpty());
    }

    @Test
    void weighedGoodsAreFoundAndWeighedByTouch() {
        cashier.size(1024, 768);
        cashier.touches("find");
        writes("entry", "苹果");
        Cashier.waits(
                () -> Cashier.onFx(() -> cashier.node("found") instanceof ListView<?> found
                        && found.getItems().size() == 1
                        && found.getItems().getFirst() instanceof Good only
                        && only.name().contains("苹果")),
                () -> "apples alone");
        cashier.touchesRow("found", 0);
        cashier.seesText("entry-title", "重量");
        assertEquals("", cashier.tooSmall());
        cashier.touches("pad-2");
        cashier.touches("take-weight");
        lines(1);
        cashier.seesText("total", "￥19.92");
    }

    @Test
    void aLargeAmountIsConfirmedByTouch() {
        cashier.scans(BIG_MILK);
        lines(1);
        cashier.touches("quantity");
        for (String digit : new String[] {"1", "0", "0"}) cashier.touches("pad-" + digit);
        cashier.touches("take-quantity");
        cashier.seesText("total", "￥1350.00");
        cashier.scans(code(1, "8888"));
        cashier.touches("no");
        cashier.seesText("total", "￥1350.00");
        cashier.scans(code(1, "8888"));
        cashier.touches("yes");
        cashier.seesText("state-title", "已到账");
    }

    @Test
    void whatLiesOnTheCounterIsHeldFirstByTouch() {
        cashier.scans(EGGS);
        lines(1);
        cashier.touches("hold");
        cashier.touches("entry-offer-1");
        Cashier.waits(() -> shop.state().held().size() == 1, () -> "held");
        String slip = shop.state().held().getFirst().number().text();
        cashier.scans(MILK);
        lines(1);
        cashier.scans(slip);
        cashier.touches("hold-and-recall");
        cashier.seesText("total", "￥12.80");
        assertEquals(1, shop.state().held().size());
    }

    @Test
    void whatOnlyAPersonCanTellIsSettledByKeys() {
        cashier.scans(EGGS);
        lines(1);
        cashier.scans(code(1, "0014"));
        attempt(AttemptState.ANOMALY);
        goesTo("settle-MONEY_RETURNED");
        cashier.presses(KeyCode.SPACE);
        cashier.seesThing("take-settle");
        cashier.types("wang");
        cashier.presses(KeyCode.ENTER);
        Cashier.waits(() -> shop.state().openAttempts().findAny().isEmpty(), () -> "settled");
        cashier.seesThing("recall");
    }

    @Test
    void theRegisterIsClosedByKeys() throws Exception {
        cashier.presses(KeyCode.F9);
        goesTo("close");
        cashier.presses(KeyCode.SPACE);
        goesTo("close-now");
        cashier.presses(KeyCode.SPACE);
        assertFalse(shop.closed.get(20, TimeUnit.SECONDS).state().open());
    }
}
