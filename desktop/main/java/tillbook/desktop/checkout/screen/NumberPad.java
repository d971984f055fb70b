package tillbook.desktop.checkout.screen;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Digits to touch; they go where a keyboard's would. */
final class NumberPad extends GridPane {
    private static final String ERASE = "⌫";
    private static final String[][] KEYS = {{"7", "8", "9"}, {"4", "5", "6"}, {"1", "2", "3"}, {".", "0", ERASE}};
    /** Lower and wider, for a form with several fields. */
    private static final String[][] FLAT = {{"7", "8", "9", ERASE}, {"4", "5", "6", "."}, {"1", "2", "3", "0"}};

    private static final double GAP = 6;

    private final TextField field;

    NumberPad(TextField field, String erase) {
        this.field = field;
        lay(KEYS, erase, List.of());
    }

    /** A low pad with these signs beside the digits. */
    NumberPad(TextField field, String erase, List<String> signs) {
        this.field = field;
        lay(FLAT, erase, signs);
    }

    private void lay(String[][] keys, String erase, List<String> signs) {
        setHgap(GAP);
        setVgap(GAP);
        int columns = keys[0].length + (signs.isEmpty() ? 0 : 1);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(share);
        }
        for (int row = 0; row < keys.length; row++) {
            for (int column = 0; column < keys[row].length; column++)
                add(button(keys[row][column], erase), column, row);
        }
        for (int row = 0; row < signs.size(); row++) add(button(signs.get(row), erase), columns - 1, row);
    }

    private KeyButton button(String key, String erase) {
        boolean erases = key.equals(ERASE);
        KeyButton button = new KeyButton(Choice.plain("pad-" + name(key), key, "", () -> press(key)));
        button.getStyleClass().add("digit");
        button.setFocusTraversable(false);
        if (erases) button.setAccessibleText(erase);
        return button;
    }

    private static String name(String key) {
        return switch (key) {
            case ERASE -> "erase";
            case "%" -> "percent";
            case "折" -> "tenths";
            default -> key;
        };
    }

    private void press(String key) {
        if (!field.isFocused()) {
            field.requestFocus();
            field.end();
        }
        if (!key.equals(ERASE)) field.replaceSelection(key);
        else if (field.getSelection().getLength() > 0) field.replaceSelection("");
        else field.deletePreviousChar();
    }
}
