package tillbook.desktop.checkout.screen;

import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Digits to touch; they go where a keyboard's would. */
final class NumberPad extends GridPane {
    private static final String[][] KEYS = {{"7", "8", "9"}, {"4", "5", "6"}, {"1", "2", "3"}, {".", "0", "⌫"}};
    private static final int COLUMNS = 3;
    private static final double GAP = 6;

    private final TextField field;

    NumberPad(TextField field, String erase) {
        this.field = field;
        setHgap(GAP);
        setVgap(GAP);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / COLUMNS);
            getColumnConstraints().add(third);
        }
        for (int row = 0; row < KEYS.length; row++) {
            for (int column = 0; column < COLUMNS; column++) add(button(KEYS[row][column], erase), column, row);
        }
    }

    private KeyButton button(String key, String erase) {
        boolean erases = key.equals("⌫");
        KeyButton button = new KeyButton(Choice.plain("pad-" + (erases ? "erase" : key), key, "", () -> press(key)));
        button.getStyleClass().add("digit");
        button.setFocusTraversable(false);
        if (erases) button.setAccessibleText(erase);
        return button;
    }

    private void press(String key) {
        if (!field.isFocused()) {
            field.requestFocus();
            field.end();
        }
        if (!key.equals("⌫")) field.replaceSelection(key);
        else if (field.getSelection().getLength() > 0) field.replaceSelection("");
        else field.deletePreviousChar();
    }
}
