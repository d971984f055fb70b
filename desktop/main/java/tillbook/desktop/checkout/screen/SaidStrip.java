package tillbook.desktop.checkout.screen;

import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** One calm sentence above everything, out of sight while there is none. Owned by the drawing thread. */
public final class SaidStrip extends HBox {
    private final Label sentence = new Label();

    /** A strip that says nothing yet. */
    public SaidStrip() {
        sentence.setId("said");
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        setMinHeight(Region.USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(sentence);
        says(Tone.PLAIN, "");
    }

    /** Says this, or nothing. */
    public void says(Tone tone, String text) {
        boolean there = !text.isEmpty();
        setVisible(there);
        setManaged(there);
        getStyleClass().setAll("strip", tone.style());
        sentence.setText(text);
        setAccessibleText(text);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
