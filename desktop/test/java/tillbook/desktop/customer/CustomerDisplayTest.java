package tillbook.desktop.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import tillbook.desktop.checkout.screen.Pictures;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.fx.WedgeFilter;
import tillbook.settings.Settings;

/** The customer's window beside a checkout, on screens that come and go. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // The extension opens the window before each test.
class CustomerDisplayTest {
    private static final Rectangle2D FIRST = new Rectangle2D(0, 0, 1_000, 1_000);
    private static final Rectangle2D SECOND = new Rectangle2D(1_000, 0, 800, 600);

    private final ObservableList<Rectangle2D> screens = FXCollections.observableArrayList(FIRST);
    private Stage checkout;
    private TextField field;
    private CustomerDisplay display;

    @Start
    void open(Stage stage) {
        checkout = stage;
        field = new TextField();
        stage.setScene(new Scene(field, 600, 400));
        Theme.everywhere(Look.LIGHT);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void close() {
        onFx(() -> {
            if (display != null) display.close();
            return true;
        });
    }

    private void wants(Settings.CustomerDisplay wanted) {
        display = onFx(() -> CustomerDisplay.open(
                checkout,
                wanted,
                screens,
                new CustomerDisplay.Shows("店", Locale.SIMPLIFIED_CHINESE, () -> 0, Pictures.selling())));
    }

    private static <T> T onFx(Callable<T> work) {
        try {
            return WaitForAsyncUtils.asyncFx(work).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isShown() {
        return onFx(() -> display.shown().get());
    }

    @Test
    void itComesAndGoesWithASecondScreen() {
        wants(Settings.CustomerDisplay.AUTO);
        assertFalse(isShown(), "one screen is the cashier's");
        onFx(() -> screens.add(SECOND));
        assertTrue(isShown());
        Stage window = onFx(() -> display.window().orElseThrow());
        assertEquals(SECOND.getMinX(), onFx(window::getX));
        assertEquals(SECOND.getWidth(), onFx(window::getWidth));
        onFx(() -> screens.remove(SECOND));
        assertFalse(isShown());
        onFx(() -> screens.add(SECOND));
        assertTrue(isShown());
    }

    @Test
    void offStaysOff() {
        wants(Settings.CustomerDisplay.OFF);
        onFx(() -> screens.add(SECOND));
        assertFalse(isShown());
    }

    @Test
    void onIsAWindowOfItsOwnWhereThereIsOneScreenAndMovesToTheSecond() {
        wants(Settings.CustomerDisplay.ON);
        assertTrue(isShown());
        onFx(() -> screens.add(SECOND));
        assertEquals(SECOND.getMinX(), onFx(() -> display.window().orElseThrow().getX()));
    }

    @Test
    void theCheckoutKeepsTheFocusAndAScanThatFallsOnTheCustomersWindowIsAScan() throws TimeoutException {
        AtomicReference<String> scanned = new AtomicReference<>("");
        WedgeFilter filter = onFx(() -> WedgeFilter.everywhere(System::nanoTime, () -> field, scanned::set));
        wants(Settings.CustomerDisplay.ON);
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(checkout::isFocused));
        onFx(() -> {
            display.window().orElseThrow().requestFocus();
            return true;
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(checkout::isFocused));
        onFx(() -> {
            Robot robot = new Robot();
            for (char c : "2000000000015".toCharArray()) {
                KeyCode code = KeyCode.getKeyCode(String.valueOf(c));
                robot.keyPress(code);
                robot.keyRelease(code);
            }
            robot.keyPress(KeyCode.ENTER);
            robot.keyRelease(KeyCode.ENTER);
            return true;
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> scanned.get().equals("2000000000015"));
        onFx(() -> {
            filter.end();
            return true;
        });
    }
}
