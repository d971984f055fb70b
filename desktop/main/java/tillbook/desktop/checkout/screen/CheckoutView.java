package tillbook.desktop.checkout.screen;

import java.util.Map;
import java.util.function.LongSupplier;
import javafx.beans.value.ChangeListener;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The checkout as it is drawn, in one language. Owned by the drawing thread. */
final class CheckoutView extends BorderPane {
    private static final double WIDE = 432;
    private static final double NARROW = 360;
    private static final double LEFT_GAP = 8;
    private static final double NARROW_BELOW = 1_200;
    private static final Map<KeyCode, String> KEYS = Map.ofEntries(
            Map.entry(KeyCode.INSERT, "Ins"),
            Map.entry(KeyCode.F2, "F2"),
            Map.entry(KeyCode.F3, "F3"),
            Map.entry(KeyCode.F4, "F4"),
            Map.entry(KeyCode.F5, "F5"),
            Map.entry(KeyCode.F6, "F6"),
            Map.entry(KeyCode.F7, "F7"),
            Map.entry(KeyCode.F9, "F9"),
            Map.entry(KeyCode.F10, "F10"),
            Map.entry(KeyCode.F11, "F11"),
            Map.entry(KeyCode.F12, "F12"),
            Map.entry(KeyCode.ESCAPE, "Esc"));

    private final TextField scan;
    private final Hands interactor;
    private final RightColumn right;
    private final CheckoutModel model;
    private @Nullable TapGuard guard;
    private Runnable changed = () -> {};

    /** A view around the field for codes, which it takes out of the view before. */
    CheckoutView(CheckoutModel model, Hands interactor, @Nullable Annex annex, Words words, TextField scan) {
        this.interactor = interactor;
        this.scan = scan;
        this.model = model;
        this.right = new RightColumn(words, interactor, this::focusHome);
        getStyleClass().add("till-window");
        scan.setPromptText(words.text("scan.prompt"));
        scan.setAccessibleText(words.text("scan.prompt"));
        scan.setOnAction(_ -> enter());
        LinesPane lines = new LinesPane(model, interactor, scan, words);
        VBox.setVgrow(lines, Priority.ALWAYS);
        VBox left = new VBox(
                LEFT_GAP,
                new StripView("stays", model.stays, words, interactor),
                new StripView("notice", model.strip, words, interactor),
                lines);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox body = new HBox(left, right);
        if (annex != null) left.getChildren().add(annex.below());
        body.getStyleClass().add("till-body");
        widthProperty().addListener((_, _, width) -> narrow(width.doubleValue()));
        narrow(0);
        setTop(top(model, annex, words));
        setCenter(body);
        setBottom(Bars.bottom(model));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(ActionEvent.ACTION, event -> {
            if (event.getTarget() instanceof Button) focusHome();
        });
        ChangeListener<Panel> shows = (_, _, panel) -> {
            right.show(panel);
            changed.run();
        };
        model.panel.addListener(new javafx.beans.value.WeakChangeListener<>(shows));
        getProperties().put("shows", shows);
        right.show(model.panel.get());
        // A screen reader is with the scan field; what the scan came to is said there.
        scan.accessibleHelpProperty().bind(model.spoken);
    }

    /** From now on a finger does not hit what came under it in this moment; {@code nanos} times people. */
    void minds(LongSupplier nanos) {
        TapGuard made = new TapGuard(right, nanos);
        guard = made;
        changed = made::changed;
        made.look();
    }

    /** Two Enters come as easily as two taps: what came up in between is not pressed by the second. */
    private boolean isOfWhatCameBefore() {
        TapGuard known = guard;
        return known != null
                && model.panel.get().choices().stream()
                        .anyMatch(choice -> choice.key().equals("Enter") && known.isNew(choice.id()));
    }

    private VBox top(CheckoutModel model, @Nullable Annex annex, Words words) {
        VBox top = new VBox(Bars.top(model, words, interactor));
        if (annex != null) top.getChildren().addFirst(annex.band());
        return top;
    }

    private void narrow(double width) {
        double column = width < NARROW_BELOW ? NARROW : WIDE;
        right.setMinWidth(column);
        right.setPrefWidth(column);
        right.setMaxWidth(column);
    }

    /** The field that gets what is typed while no field has the focus. */
    TextInputControl home() {
        TakesFocus panel = right.takesFocus();
        return panel == null ? scan : panel.field();
    }

    /** Whether it is the field for codes. */
    boolean isScan(@Nullable Node field) {
        return scan.equals(field);
    }

    /** The focus comes back by itself. */
    void focusHome() {
        TextInputControl home = home();
        if (home.isFocused()) return;
        home.requestFocus();
        if (scan.equals(home)) home.end();
        else home.selectAll();
    }

    private void enter() {
        String text = scan.getText();
        scan.clear();
        if (text.isBlank() && isOfWhatCameBefore()) return;
        interactor.typed(text);
    }

    private void pressed(KeyEvent event) {
        String key = KEYS.get(event.getCode());
        boolean inLines = isInLines();
        boolean inScan = scan.isFocused() || inLines;
        if (inLines && event.getCode() == KeyCode.ENTER) {
            enter();
            event.consume();
            return;
        }
        if (key == null
                && event.getCode() == KeyCode.DELETE
                && (!isText(focused()) || (inScan && scan.getText().isEmpty()))) key = "Del";
        if (key == null && inScan && event.getCode() == KeyCode.UP) key = "Up";
        if (key == null && inScan && event.getCode() == KeyCode.DOWN) key = "Down";
        if (key == null || !interactor.key(key)) return;
        event.consume();
        focusHome();
    }

    /** Who types without looking where the focus is means the scan field. */
    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        boolean plain = !character.isEmpty() && character.charAt(0) > ' ' && character.charAt(0) != 127;
        if (isQuestion(character)) {
            interactor.key("?");
            event.consume();
            return;
        }
        if (!plain || event.isShortcutDown() || event.isAltDown() || isText(focused())) return;
        TextInputControl home = home();
        home.requestFocus();
        home.deselect();
        home.end();
        home.appendText(character);
        event.consume();
    }

    /** No code begins with it, so in an empty scan field it asks what is wrong. */
    private boolean isQuestion(String character) {
        boolean free = scan.isFocused() ? scan.getText().isEmpty() : !isText(focused());
        return free && (character.equals("?") || character.equals("？"));
    }

    /** Whoever came to the lines by Tab marks and pays there as in the scan field. */
    private boolean isInLines() {
        return focused() instanceof ListView<?> list && "lines".equals(list.getId());
    }

    private @Nullable Node focused() {
        return getScene() == null ? null : getScene().getFocusOwner();
    }

    private static boolean isText(@Nullable Node node) {
        return node instanceof TextInputControl;
    }
}
