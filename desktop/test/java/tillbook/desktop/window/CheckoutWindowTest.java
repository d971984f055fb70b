package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;

/** The window over a real till, a real provider in this process, keys and a pointer. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // The extension opens the window before each test.
class CheckoutWindowTest {
    private static final String EGGS = "2000000000015";

    private WindowShop shop;
    private Cashier cashier;

    @Start
    void open(Stage stage) throws IOException {
        Path home = Files.createTempDirectory("window-shop");
        shop = WindowShop.open(home, 10);
        shop.show(stage, Locale.SIMPLIFIED_CHINESE, Theme.everywhere(Look.LIGHT));
        cashier = new Cashier(stage, shop);
    }

    @AfterEach
    void close() throws IOException {
        assertEquals(List.of(), shop.faults);
        shop.close();
    }

    @Test
    void aScanAddsALineAndAPaymentCodePaysIt() {
        cashier.scans(EGGS);
        Cashier.waits(() -> shop.state().basket().lines().size() == 1, () -> "a line");
        cashier.seesText("total", shop.state().basket().total().toString());
        cashier.scans("280000000000018888");
        cashier.seesText("state-title", "已到账");
    }
}
