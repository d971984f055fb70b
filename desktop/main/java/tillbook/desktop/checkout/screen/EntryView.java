package tillbook.desktop.checkout.screen;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Something to type or touch: an amount, a quantity, a note. */
final class EntryView extends VBox implements TakesFocus {
    private static final double GAP = 8;

    private final TextField field;
    private final Label sentence = new Label();
    private final Label title = new Label();
    private final Label preview = new Label();
    private final KeyButton enter = new KeyButton();
    private final KeyButton back = new KeyButton();
    private final FlowPane offers = new FlowPane(GAP, GAP);
    private List<Panel.Offer> offered = List.of();
    private Panel.Entry entry;

    EntryView(Panel.Entry first, String erase) {
        super(GAP);
        boolean number = first.form() == Panel.Entry.Form.NUMBER;
        field = number ? new CodeField("entry") : new TextField();
        field.setId("entry");
        if (number) field.getStyleClass().add("big");
        field.setText(first.initial());
        entry = first;
        title.getStyleClass().add("heading");
        title.setId("entry-title");
        for (Label label : new Label[] {title, sentence, preview}) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        sentence.getStyleClass().add("muted");
        sentence.setId("entry-sentence");
        preview.getStyleClass().add("heading");
        preview.setId("preview");
        field.textProperty()
                .addListener((_, _, text) -> preview.setText(entry.preview().apply(text)));
        field.setOnAction(_ -> entry.enters().getFirst().action().accept(field.getText()));
        VBox card = new VBox(GAP, title, sentence, field, preview);
        ShortRoom.fit(this, card, enter);
        getChildren().add(card);
        offers.setAlignment(Pos.CENTER_LEFT);
        if (!first.offers().isEmpty()) card.getChildren().add(offers);
        if (number) card.getChildren().add(new NumberPad(field, erase));
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(GAP, back, enter);
        HBox.setHgrow(enter, Priority.ALWAYS);
        back.setPrefWidth(110);
        back.setMaxHeight(Double.MAX_VALUE);
        enter.setMaxHeight(Double.MAX_VALUE);
        getChildren().addAll(gap, buttons);
        show(first);
    }

    /** What is offered is worth what is due now, not what was due when it was asked. */
    private void offer(List<Panel.Offer> now) {
        if (now.equals(offered)) return;
        offered = now;
        offers.getChildren().setAll(now.stream().map(this::button).toList());
    }

    private KeyButton button(Panel.Offer offer) {
        KeyButton button = new KeyButton(Choice.plain(
                "offer-" + offer.value().replace('.', '-'),
                offer.label(),
                "",
                () -> entry.enters().getFirst().action().accept(offer.value())));
        button.setPrefWidth(76);
        button.setMaxWidth(Region.USE_PREF_SIZE);
        return button;
    }

    void show(Panel.Entry changed) {
        entry = changed;
        title.setText(changed.title());
        sentence.setText(changed.sentence());
        sentence.setManaged(!changed.sentence().isEmpty());
        field.setAccessibleText(changed.title());
        offer(changed.offers());
        preview.setText(changed.preview().apply(field.getText()));
        Panel.Enter first = changed.enters().getFirst();
        enter.show(Choice.main(
                first.id(), first.label(), "Enter", () -> first.action().accept(field.getText())));
        back.show(changed.back());
    }

    @Override
    public TextField field() {
        return field;
    }
}
