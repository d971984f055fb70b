package tillbook.desktop.customer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.sale.ReceiptNumber;
import tillbook.settings.Settings;
import tillbook.text.Texts;

/**
 * The customer's window: comes and goes with a second screen while the program runs, and gives the focus back to the
 * checkout whenever it gets it. Owned by the drawing thread.
 */
public final class CustomerDisplay implements AutoCloseable {
    private static final Duration TICK = Duration.seconds(1);
    private static final double WIDTH = 1_024;
    private static final double HEIGHT = 700;

    private final Stage checkout;
    private final Settings.CustomerDisplay wanted;
    private final ObservableList<Rectangle2D> screens;
    private final CustomerModel model = new CustomerModel();
    private final CustomerInteractor interactor;
    private final Timeline ticks;
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final InvalidationListener places = _ -> place();
    private Locale language;
    private @Nullable Stage window;
    private @Nullable Rectangle2D on;

    /**
     * What it shows.
     *
     * @param shop its name
     * @param worldMs the world's time, any origin
     * @param first what the register looks like now
     */
    public record Shows(String shop, Locale language, LongSupplier worldMs, Snapshot first) {}

    private CustomerDisplay(
            Stage checkout, Settings.CustomerDisplay wanted, ObservableList<Rectangle2D> screens, Shows shows) {
        this.checkout = checkout;
        this.wanted = wanted;
        this.screens = screens;
        this.language = shows.language();
        this.interactor = new CustomerInteractor(model, shows.shop(), shows.language(), shows.worldMs(), shows.first());
        this.ticks = new Timeline(new KeyFrame(TICK, _ -> interactor.tick()));
        ticks.setCycleCount(Timeline.INDEFINITE);
    }

    /** A display on this machine's screens; shown when and where {@code wanted} says. */
    public static CustomerDisplay open(Stage checkout, Settings.CustomerDisplay wanted, Shows shows) {
        ObservableList<Rectangle2D> bounds = FXCollections.observableArrayList();
        Runnable read = () -> bounds.setAll(
                Screen.getScreens().stream().map(Screen::getBounds).toList());
        Screen.getScreens().addListener((ListChangeListener<Screen>) _ -> read.run());
        read.run();
        return open(checkout, wanted, bounds, shows);
    }

    /** The same over any screens, by their bounds. */
    static CustomerDisplay open(
            Stage checkout, Settings.CustomerDisplay wanted, ObservableList<Rectangle2D> screens, Shows shows) {
        CustomerDisplay display = new CustomerDisplay(checkout, wanted, screens, shows);
        screens.addListener(display.places);
        display.place();
        display.ticks.play();
        return display;
    }

    /** Takes the next picture of the register. */
    public void sees(Snapshot now) {
        interactor.sees(now);
    }

    /** The cashier has done with this sale, null with none: what is shown is the next customer's, who does not see it. */
    public void dismisses(@Nullable ReceiptNumber receipt) {
        interactor.dismisses(receipt);
    }

    /** The language that stands first. */
    public void speak(Locale now) {
        language = now;
        interactor.speak(now);
        if (window != null) window.setTitle(title());
    }

    /** Whether the customer has a window now. */
    public ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    private void place() {
        switch (wanted) {
            case OFF -> {}
            case AUTO -> Place.beside(middle(), List.copyOf(screens)).ifPresentOrElse(this::fill, this::hide);
            case ON -> Place.beside(middle(), List.copyOf(screens)).ifPresentOrElse(this::fill, this::stand);
        }
    }

    private Point2D middle() {
        return new Point2D(checkout.getX() + checkout.getWidth() / 2, checkout.getY() + checkout.getHeight() / 2);
    }

    /** The whole of a screen, without a frame. */
    private void fill(Rectangle2D screen) {
        if (window != null && screen.equals(on)) return;
        hide();
        Stage made = made(StageStyle.UNDECORATED);
        made.setX(screen.getMinX());
        made.setY(screen.getMinY());
        made.setWidth(screen.getWidth());
        made.setHeight(screen.getHeight());
        show(made, screen);
    }

    /** A window like any other, to be put where the customer can see it. */
    private void stand() {
        if (window != null && on == null) return;
        hide();
        Stage made = made(StageStyle.DECORATED);
        made.setWidth(WIDTH);
        made.setHeight(HEIGHT);
        show(made, null);
    }

    private Stage made(StageStyle style) {
        Stage made = new Stage(style);
        made.setTitle(title());
        made.setScene(new Scene(new CustomerView(model)));
        made.focusedProperty().addListener((_, _, focused) -> {
            if (focused) checkout.requestFocus();
        });
        return made;
    }

    private String title() {
        return Texts.of("desktop.customer", language).text("window");
    }

    private void show(Stage made, @Nullable Rectangle2D screen) {
        window = made;
        on = screen;
        made.setOnHidden(_ -> shown.set(false));
        made.show();
        shown.set(true);
        checkout.requestFocus();
    }

    private void hide() {
        Stage standing = window;
        window = null;
        on = null;
        if (standing != null) standing.hide();
    }

    /** The window, for whoever takes its picture. */
    Optional<Stage> window() {
        return Optional.ofNullable(window);
    }

    @Override
    public void close() {
        screens.removeListener(places);
        ticks.stop();
        hide();
    }
}
