package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.testfx.api.FxToolkit;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.payment.AttemptState;
import tillbook.register.Attempt;
import tillbook.register.PaymentRules;
import tillbook.register.SaleState;

/** A practice shop of its own for each test, and a cashier at its window. */
@SuppressWarnings("NullAway.Init") // Opened before each test.
abstract class AtTheWindow {
    static final String EGGS = "2000000000015";
    static final String MILK = "2000000000022";
    static final String BIG_MILK = "2000000000060";

    WindowShop shop;
    Cashier cashier;
    Theme theme;
    CheckoutWindow window;

    /** It follows every window there is, so there is one for all tests. */
    private static @Nullable Theme themeOfAll;

    @BeforeEach
    void open() throws IOException, TimeoutException {
        FxToolkit.registerPrimaryStage();
        Path home = Files.createTempDirectory("window-shop");
        prepare(home);
        shop = WindowShop.open(home, 20);
        theme = Cashier.onFx(AtTheWindow::oneTheme);
        begin();
    }

    /** How the window comes up. */
    void begin() {
        window = Cashier.onFx(() -> shop.show(inTheCorner(), Locale.SIMPLIFIED_CHINESE, theme));
        cashier = new Cashier(window.stage(), shop);
    }

    /** What lies in the shop's folder before it is opened for the first time. */
    void prepare(Path home) throws IOException {}

    static Theme oneTheme() {
        Theme one = themeOfAll == null ? Theme.everywhere(Look.LIGHT) : themeOfAll;
        one.look().set(Look.LIGHT);
        themeOfAll = one;
        return one;
    }

    /** The headless screen is smaller than some windows, and refuses to draw what begins left of it or runs out below. */
    static Stage inTheCorner() {
        Stage stage = new Stage();
        stage.setX(0);
        stage.setY(0);
        return stage;
    }

    @AfterEach
    void close() throws IOException {
        Cashier.onFx(() -> {
            window.leave();
            return true;
        });
        shop.close();
        assertEquals(List.of(), shop.faults);
    }

    /** A payment code that ends like this; which others it differs from is the number's matter. */
    static String code(int number, String ending) {
        return "28" + "0".repeat(10) + (10 + number) + ending;
    }

    /** In the register, and where the checkout is shown on the screen as well: a key means what is drawn. */
    void lines(int count) {
        Cashier.waits(
                () -> shop.state().basket().lines().size() == count && isDrawn(count),
                () -> count + " lines, not " + shop.state().basket().lines());
    }

    private boolean isDrawn(int count) {
        return Cashier.onFx(() -> !(window.stage().getScene().lookup("#lines") instanceof ListView<?> lines)
                || lines.getItems().size() == count);
    }

    Optional<SaleState> sale() {
        return shop.state().saleAtCounter();
    }

    /**
     * An attempt in this state. It stays there if the shop's time was held before the scan; an answer that a busy machine
     * was too slow for is asked for again all the same.
     */
    void attempt(AttemptState state) {
        AtomicInteger asked = new AtomicInteger();
        Cashier.waits(
                () -> {
                    if (shop.state().openAttempts().map(Attempt::state).anyMatch(state::equals)) return true;
                    shop.state()
                            .openAttempts()
                            .filter(one -> one.state() == AttemptState.UNKNOWN)
                            .filter(one -> asked.getAndSet(one.asked()) < one.asked())
                            .forEach(one -> shop.time.passes(
                                    PaymentRules.ALIPAY.backoffMs().get(one.asked() - 1)));
                    return false;
                },
                () -> "an attempt " + state + ", not " + shop.state().sales());
    }
}
