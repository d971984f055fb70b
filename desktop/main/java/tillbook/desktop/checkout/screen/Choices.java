package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/**
 * Choices as buttons: the weighty ones over the whole width, plain ones two in a row. A choice that stays keeps its
 * button, and with it the focus.
 */
final class Choices extends GridPane {
    private static final double GAP = 10;

    private final List<KeyButton> buttons = new ArrayList<>();
    private List<Choice.Weight> placed = List.of();

    Choices() {
        super(GAP, GAP);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            getColumnConstraints().add(half);
        }
    }

    void show(List<Choice> choices) {
        while (buttons.size() > choices.size()) buttons.removeLast();
        while (buttons.size() < choices.size()) buttons.add(made());
        for (int i = 0; i < choices.size(); i++) buttons.get(i).show(choices.get(i));
        List<Choice.Weight> weights = choices.stream().map(Choice::weight).toList();
        if (!weights.equals(placed)) place(weights);
    }

    private static KeyButton made() {
        KeyButton button = new KeyButton();
        button.setMaxHeight(Double.MAX_VALUE);
        return button;
    }

    private void place(List<Choice.Weight> weights) {
        placed = weights;
        getChildren().clear();
        int row = 0;
        boolean left = true;
        for (int i = 0; i < weights.size(); i++) {
            boolean plain = weights.get(i) == Choice.Weight.PLAIN;
            if (!plain && !left) row++;
            if (!plain) left = true;
            boolean pairs = plain && (!left || (i + 1 < weights.size() && weights.get(i + 1) == Choice.Weight.PLAIN));
            add(buttons.get(i), left ? 0 : 1, row, pairs ? 1 : 2, 1);
            left = !pairs || !left;
            if (left) row++;
        }
    }
}
