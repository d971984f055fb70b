package tillbook.desktop.checkout.screen;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What people should know though the register works, above the lines: one thing at a time, until it is put away. */
final class StripView extends HBox {
    private static final double GAP = 12;
    private static final double BUTTON = 140;

    private final Label sentence = new Label();
    private final ChangeListener<Strip> shows;
    private final KeyButton understood = new KeyButton();

    StripView(String id, ObjectProperty<Strip> strips, Words words, Does does) {
        super(GAP);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(USE_PREF_SIZE);
        sentence.setId(id);
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        understood.setMinWidth(BUTTON);
        understood.setPrefWidth(BUTTON);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(sentence, understood);
        shows = (_, _, now) -> show(now, words, does);
        strips.addListener(new WeakChangeListener<>(shows));
        show(strips.get(), words, does);
    }

    private void show(Strip strip, Words words, Does does) {
        boolean there = strip.place() >= 0;
        setVisible(there);
        setManaged(there);
        String said = strip.code().isEmpty() ? strip.sentence() : strip.sentence() + "  " + strip.code();
        sentence.setText(said);
        setAccessibleText(said);
        getStyleClass().setAll("strip", strip.tone().style());
        String label = strip.more() == 0 ? words.text("understood") : words.text("understood.more", strip.more());
        understood.show(
                Choice.plain(sentence.getId() + "-understood", label, "", () -> does.understood(strip.place())));
        understood.setVisible(!strip.stays());
        understood.setManaged(!strip.stays());
    }
}
