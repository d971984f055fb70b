package tillbook.desktop.journal.screen;

import java.util.Map;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.KeyButton;
import tillbook.desktop.checkout.screen.SaidStrip;

/**
 * The journal as it is drawn: the search field above, the sales, and the open case beside them, or in their place where
 * the window is narrow. Owned by the drawing thread.
 */
final class JournalView extends BorderPane {
    private static final double WIDE_FROM = 1_200;
    private static final double LIST = 500;
    private static final double GAP = 12;
    private static final double BACK = 150;
    private static final Map<KeyCode, String> KEYS = Map.ofEntries(
            Map.entry(KeyCode.F2, "F2"),
            Map.entry(KeyCode.F3, "F3"),
            Map.entry(KeyCode.F4, "F4"),
            Map.entry(KeyCode.F5, "F5"),
            Map.entry(KeyCode.F6, "F6"),
            Map.entry(KeyCode.F7, "F7"),
            Map.entry(KeyCode.F8, "F8"),
            Map.entry(KeyCode.F9, "F9"),
            Map.entry(KeyCode.F10, "F10"),
            Map.entry(KeyCode.F11, "F11"),
            Map.entry(KeyCode.F12, "F12"),
            Map.entry(KeyCode.ESCAPE, "Esc"));

    private final JournalModel model;
    private final JournalInteractor interactor;
    private final TextField search = new TextField();
    private final ListPane list;
    private final CasePane open;

    JournalView(JournalModel model, JournalInteractor interactor, ScreenWords words) {
        this.model = model;
        this.interactor = interactor;
        this.list = new ListPane(model, interactor, words);
        this.open = new CasePane(model, words, this::focusHome);
        getStyleClass().addAll("till-window", "journal");
        setTop(top(words));
        HBox panes = new HBox(GAP, list, open);
        HBox.setHgrow(open, Priority.ALWAYS);
        VBox.setVgrow(panes, Priority.ALWAYS);
        panes.setMinHeight(0);
        VBox body = new VBox(GAP, said(), panes);
        body.getStyleClass().add("till-body");
        setCenter(body);
        model.opened.addListener((_, _, _) -> arrange());
        widthProperty().addListener((_, _, _) -> arrange());
        arrange();
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(ActionEvent.ACTION, event -> {
            if (event.getTarget() instanceof Button) focusHome();
        });
    }

    private VBox top(ScreenWords words) {
        Label brand = new Label(words.text("journal"));
        brand.getStyleClass().add("brand");
        brand.setMinWidth(USE_PREF_SIZE);
        search.setId("search");
        search.setPromptText(words.text("search.prompt"));
        search.setAccessibleText(words.text("search.prompt"));
        search.textProperty().bindBidirectional(model.text);
        search.setMinWidth(0);
        HBox.setHgrow(search, Priority.ALWAYS);
        KeyButton back = new KeyButton(Choice.plain("back", words.text("back"), "Esc", () -> interactor.back(true)));
        back.setMinWidth(BACK);
        back.setPrefWidth(BACK);
        HBox bar = new HBox(brand, search, back);
        bar.getStyleClass().addAll("till-bar", "top", "journal-bar");
        VBox top = new VBox(bar);
        if (words.practice()) {
            HBox band = new HBox(new Label(words.text("practice")));
            band.getStyleClass().add("practice-band");
            top.getChildren().addFirst(band);
        }
        return top;
    }

    private SaidStrip said() {
        SaidStrip strip = new SaidStrip();
        Runnable show = () -> {
            JournalModel.Said said = model.said.get();
            String text = said.code().isEmpty() ? said.sentence() : said.sentence() + "  " + said.code();
            strip.says(said.tone(), text);
            // A screen reader is with the search field; what is said is heard there.
            search.setAccessibleHelp(text);
        };
        model.said.addListener((_, _, _) -> show.run());
        show.run();
        return strip;
    }

    /** Beside each other where there is room, else the case in the place of the list. */
    private void arrange() {
        boolean isOpen = model.opened.get().receipt().isPresent();
        boolean wide = getWidth() >= WIDE_FROM;
        boolean both = isOpen && wide;
        is(list, !isOpen || wide);
        is(open, isOpen);
        list.narrow(both);
        list.setPrefWidth(both ? LIST : Region.USE_COMPUTED_SIZE);
        list.setMinWidth(both ? LIST : 0);
        HBox.setHgrow(list, both ? Priority.NEVER : Priority.ALWAYS);
    }

    private static void is(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** The field that gets what is typed while no field has the focus. */
    TextInputControl home() {
        return search;
    }

    void focusHome() {
        search.requestFocus();
        search.end();
    }

    private void pressed(KeyEvent event) {
        boolean done = switch (event.getCode()) {
            case UP -> moves(-1);
            case DOWN -> moves(1);
            case PAGE_UP -> moves(-list.inSight());
            case PAGE_DOWN -> moves(list.inSight());
            case ENTER -> enter();
            default -> {
                String key = KEYS.get(event.getCode());
                yield key != null && interactor.key(key);
            }
        };
        if (done) event.consume();
    }

    /** Through the sales; through the case where it stands in their place. A list that has the focus moves by itself. */
    private boolean moves(int by) {
        Node focused = getScene().getFocusOwner();
        boolean field = search.equals(focused) || !(focused instanceof TextInputControl);
        if (!field || (focused != null && "life".equals(focused.getId()))) return false;
        if (list.isVisible()) interactor.moves(by);
        else open.moves(by);
        return true;
    }

    private boolean enter() {
        if (getScene().getFocusOwner() instanceof Button button) {
            button.fire();
            return true;
        }
        if (!list.isVisible()) return false;
        interactor.opensMarked();
        return true;
    }

    /** Who types without looking where the focus is means the search field. */
    private void typed(KeyEvent event) {
        String character = event.getCharacter();
        boolean plain = !character.isEmpty() && character.charAt(0) > ' ' && character.charAt(0) != 127;
        @Nullable Node focused = getScene().getFocusOwner();
        if (!plain || event.isShortcutDown() || event.isAltDown() || focused instanceof TextInputControl) return;
        focusHome();
        search.appendText(character);
        event.consume();
    }
}
