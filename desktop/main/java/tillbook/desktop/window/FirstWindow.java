package tillbook.desktop.window;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Checkout;
import tillbook.desktop.fx.Theme;
import tillbook.desktop.fx.WedgeFilter;
import tillbook.text.Texts;

/**
 * The cashier's window before its register is open: a scan field that takes scans and keeps them, in their order, until
 * there is somebody to serve them. It says how many wait and shows none as taken. Owned by the drawing thread.
 */
final class FirstWindow {
    static final double WIDTH = 1366;
    static final double HEIGHT = 768;
    private static final double WIDTH_MIN = 1024;
    private static final double HEIGHT_MIN = 700;
    private static final double GAP = 12;

    /** No scanner is so quick that more could come while a register opens; the next one stays in the field. */
    static final int WAITING_MAX = 1_000;

    private final Stage stage;
    private final Theme theme;
    private final TextField scan = Checkout.scanField();
    private final Label says = new Label();
    private final Deque<Consumer<Checkout>> waiting = new ArrayDeque<>();
    private final WedgeFilter wedge;
    private @Nullable Checkout checkout;
    private @Nullable Guest guest;
    private @Nullable Texts texts;
    private boolean closeAsked;

    /** Stands in the place of the checkout for a while: what is scanned and typed then is its. */
    interface Guest {
        void scanned(String code);

        /** The field that gets what is typed while no field has the focus, null if it has none. */
        @Nullable
        TextInputControl home();

        void focus();

        /** The checkout is needed: it takes its place again. */
        void leaves();
    }

    /**
     * A window that is not shown yet.
     *
     * @param nanos the clock by which a scanner is told from a person
     */
    FirstWindow(Stage stage, Theme theme, LongSupplier nanos) {
        this.stage = stage;
        this.theme = theme;
        this.wedge = WedgeFilter.everywhere(nanos, this::home, this::isForCodes, this::scanned);
        stage.setTitle("明账 Tillbook");
        stage.setMinWidth(WIDTH_MIN);
        stage.setMinHeight(HEIGHT_MIN);
        stage.setOnCloseRequest(event -> {
            event.consume();
            wantsToClose();
        });
        stage.focusedProperty().addListener((_, _, focused) -> {
            if (focused) focus();
        });
    }

    /** Shows it with the field alone. */
    void show() {
        scan.setOnAction(_ -> entered());
        VBox card = new VBox(GAP, scan, says);
        card.getStyleClass().add("card");
        card.setPadding(new Insets(GAP));
        VBox root = new VBox(card);
        root.getStyleClass().addAll("till-window", "till-body");
        stands(root);
        scan.requestFocus();
    }

    /** This stands in the window from now on, which is shown if it was not. */
    void stands(Parent root) {
        if (stage.getScene() != null) {
            stage.getScene().setRoot(root);
            // A field listens to keys only once it is dressed, and the next key may be waiting already.
            root.applyCss();
            return;
        }
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMaximized(screen.getWidth() <= WIDTH || screen.getHeight() <= HEIGHT);
        stage.show();
    }

    /** Why it takes so long, once it is seen; nothing if the register is there by then. */
    void speaks(Locale language) {
        if (checkout != null) return;
        texts = Texts.of("desktop.checkout.screen", language);
        saysWhatWaits();
    }

    private void saysWhatWaits() {
        if (texts == null) return;
        says.setText(waiting.isEmpty() ? texts.text("first.opening") : texts.text("first.waiting", waiting.size()));
    }

    /** From now on this checkout is served, beginning with what waited. Its view stands in the window already. */
    void serves(Checkout opened) {
        checkout = opened;
        while (!waiting.isEmpty()) waiting.removeFirst().accept(opened);
        focus();
        if (closeAsked) opened.askToClose();
    }

    /** From now on this one is served in the place of the checkout; null for the checkout again. */
    void hosts(@Nullable Guest now) {
        guest = now;
        focus();
    }

    // What a person or a scanner does.

    private @Nullable TextInputControl home() {
        if (guest != null) return guest.home();
        return checkout == null ? scan : checkout.home();
    }

    private boolean isForCodes(@Nullable Node field) {
        if (guest != null) return false;
        return checkout == null ? scan.equals(field) : checkout.isForCodes(field);
    }

    /** A scanner read this, by its keys or in its own way. */
    void scanned(String code) {
        if (guest != null) guest.scanned(code);
        else if (checkout == null) keeps(code, served -> served.scans().accept(code));
        else checkout.scans().accept(code);
    }

    private void entered() {
        String text = scan.getText();
        scan.clear();
        if (!text.isBlank()) keeps(text, served -> served.codes().accept(text));
    }

    private void keeps(String text, Consumer<Checkout> later) {
        if (waiting.size() < WAITING_MAX) waiting.add(later);
        else scan.setText(text);
        saysWhatWaits();
    }

    private void wantsToClose() {
        if (guest != null) guest.leaves();
        if (checkout == null) closeAsked = true;
        else checkout.askToClose();
    }

    private void focus() {
        if (guest != null) guest.focus();
        else if (checkout == null) scan.requestFocus();
        else checkout.focus();
    }

    // For who takes it over.

    TextField scan() {
        return scan;
    }

    Stage stage() {
        return stage;
    }

    /** What it says below its field, empty before it speaks. */
    String says() {
        return says.getText();
    }

    /** Takes it down. */
    void leave() {
        wedge.end();
        stage.hide();
    }
}
