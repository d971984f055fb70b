package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;

/** The practice panel over a real till and the real practice provider, by keys and by a pointer. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // The extension opens the window before each test.
class PracticeWindowTest {
    private static final String EGGS = "practice-good-2000000000015";

    private WindowShop shop;
    private Cashier cashier;
    private CheckoutWindow window;

    @Start
    void open(Stage stage) throws IOException {
        Path home = Files.createTempDirectory("window-shop");
        shop = WindowShop.open(home, 10);
        stage.setX(0);
        stage.setY(0);
        window = shop.show(stage, Locale.SIMPLIFIED_CHINESE, Theme.everywhere(Look.LIGHT));
        cashier = new Cashier(stage, shop);
        stage.setMaximized(false);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1_024);
        stage.setHeight(768);
    }

    @AfterEach
    void close() throws IOException {
        Cashier.onFx(() -> {
            window.leave();
            return true;
        });
        assertEquals(List.of(), shop.faults);
        shop.close();
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
        cashier.touches(EGGS);
        Cashier.waits(() -> shop.state().basket().lines().size() == 1, () -> "a line");
        assertTrue(cashier.hasFocus("scan"), "the scan field keeps the focus");
        cashier.touches("practice-tab-codes");
        cashier.touches("practice-code-8888");
        cashier.seesText("state-title", "已到账");
        cashier.touches("practice-tab-receipt");
        cashier.seesThing("practice-slip");
        String slip = Cashier.onFx(() -> ((Labeled) cashier.node("practice-slip")).getText());
        assertTrue(slip.contains("农家鲜鸡蛋") && slip.contains("￥12.80"), slip);
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
        cashier.scans("280000000000018888");
        cashier.seesText("state-title", "请顾客在手机上确认");
        cashier.seesText("state-title", "已到账");
        Cashier.waits(
                () -> Cashier.onFx(() -> cashier.node("practice-calm").isDisabled()), () -> "the trouble to be over");
    }
}
