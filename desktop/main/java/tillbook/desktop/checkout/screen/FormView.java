package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/**
 * Several things to type, one below the other. Enter goes to the next field and after the last one does it; what helps
 * with the field that is being filled, digits or usual words to touch, stands below.
 */
final class FormView extends VBox implements TakesFocus {
    private static final double GAP = 8;
    private static final double LABEL = 72;
    private final List<TextField> fields = new ArrayList<>();
    private final List<Node> helpers = new ArrayList<>();
    private final Label title = new Label();
    private final Label sentence = new Label();
    private final Label preview = new Label();
    private final Choices turns = new Choices();
    private final StackPane helper = new StackPane();
    private final KeyButton enter = new KeyButton();
    private final KeyButton back = new KeyButton();
    private Panel.Form form;
    private int current;

    FormView(Panel.Form first, String erase) {
        super(GAP);
        form = first;
        title.getStyleClass().add("heading");
        title.setId("entry-title");
        sentence.getStyleClass().add("muted");
        preview.getStyleClass().add("heading");
        preview.setId("preview");
        for (Label label : new Label[] {title, sentence, preview}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        VBox inside = new VBox(GAP, title, sentence, turns);
        for (int i = 0; i < first.fields().size(); i++)
            inside.getChildren().add(row(first.fields().get(i), i, erase));
        helper.setAlignment(Pos.TOP_LEFT);
        inside.getChildren().addAll(preview, helper);
        ShortRoom.fit(this, inside, enter);
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(GAP, back, enter);
        HBox.setHgrow(enter, Priority.ALWAYS);
        buttons.setMinHeight(USE_PREF_SIZE);
        back.setPrefWidth(110);
        back.setMaxHeight(Double.MAX_VALUE);
        enter.setMaxHeight(Double.MAX_VALUE);
        getChildren().addAll(inside, gap, buttons);
        show(first);
        help(0);
    }

    private HBox row(Panel.Field field, int place, String erase) {
        boolean number = field.form() == Panel.Entry.Form.NUMBER;
        TextField input = number ? new CodeField(field.id()) : new TextField();
        input.setId(field.id());
        input.setText(field.initial());
        input.setPromptText(field.prompt());
        input.setAccessibleText(field.label());
        input.setOnAction(_ -> entered(place));
        input.textProperty()
                .addListener((_, _, _) -> preview.setText(form.preview().apply(texts())));
        input.focusedProperty().addListener((_, _, focused) -> {
            if (focused) help(place);
        });
        input.addEventFilter(KeyEvent.KEY_PRESSED, event -> turnsOver(event, place));
        HBox.setHgrow(input, Priority.ALWAYS);
        Label label = new Label(field.label());
        label.setWrapText(true);
        label.setMinWidth(LABEL);
        label.setMaxWidth(LABEL);
        label.setLabelFor(input);
        fields.add(input);
        helpers.add(number ? new NumberPad(input, erase, field.signs()) : offers(field, place));
        HBox row = new HBox(GAP, label, input);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private FlowPane offers(Panel.Field field, int place) {
        FlowPane pane = new FlowPane(GAP, GAP);
        List<Panel.Offer> offers = field.offers();
        for (int i = 0; i < offers.size(); i++) {
            Panel.Offer offer = offers.get(i);
            KeyButton button = new KeyButton(
                    Choice.plain(field.id() + "-offer-" + (i + 1), offer.label(), "", () -> takes(place, offer)));
            button.setPrefWidth(96);
            button.setMaxWidth(Region.USE_PREF_SIZE);
            button.setFocusTraversable(false);
            pane.getChildren().add(button);
        }
        return pane;
    }

    private void takes(int place, Panel.Offer offer) {
        fields.get(place).setText(offer.value());
        fields.get(place).end();
        entered(place);
    }

    /** Up and down go through the usual words of a field. */
    private void turnsOver(KeyEvent event, int place) {
        List<Panel.Offer> offers = form.fields().get(place).offers();
        boolean up = event.getCode() == KeyCode.UP;
        if (offers.isEmpty() || (!up && event.getCode() != KeyCode.DOWN)) return;
        TextField field = fields.get(place);
        int at = offers.stream().map(Panel.Offer::value).toList().indexOf(field.getText());
        int next = up && at < 0 ? offers.size() - 1 : Math.floorMod(at + (up ? -1 : 1), offers.size());
        field.setText(offers.get(next).value());
        field.selectAll();
        event.consume();
    }

    private void entered(int place) {
        if (place + 1 < fields.size()) go(place + 1);
        else finish();
    }

    private void finish() {
        int wrong = form.enter().applyAsInt(texts());
        if (wrong >= 0) go(wrong);
    }

    private void go(int place) {
        fields.get(place).requestFocus();
        fields.get(place).selectAll();
        help(place);
    }

    private void help(int place) {
        current = place;
        helper.getChildren().setAll(helpers.get(place));
    }

    private List<String> texts() {
        return fields.stream()
                .map(field -> field.getText() == null ? "" : field.getText())
                .toList();
    }

    void show(Panel.Form changed) {
        form = changed;
        title.setText(changed.title());
        sentence.setText(changed.sentence());
        sentence.setManaged(!changed.sentence().isEmpty());
        turns.setManaged(!changed.turns().isEmpty());
        turns.show(changed.turns());
        preview.setText(changed.preview().apply(texts()));
        enter.show(Choice.main(changed.enterId(), changed.enterLabel(), "Enter", this::finish));
        // A form needs its room for the fields.
        if (!enter.getStyleClass().contains("of-form")) enter.getStyleClass().add("of-form");
        back.show(changed.back());
    }

    /** The field that is being filled. */
    @Override
    public TextField field() {
        return fields.get(current);
    }
}
