package tillbook.desktop.journal.screen;

import javafx.scene.control.Label;

/** A word on its tone, with its mark before it. Owned by the drawing thread. */
final class Tag extends Label {
    Tag() {
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().setAll("label", "tag");
    }

    void show(Word word) {
        setText(word.marked());
        getStyleClass().setAll("label", "tag", word.tone().style());
    }
}
