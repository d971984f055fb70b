package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/**
 * Choices as buttons: the weighty ones over the whole width, plain ones side by side. A choice that stays keeps its
 * button, and with it the focus.
 */
final class Choices extends VBox {
    private static final double GAP = 10;
    private static final int SIDE_BY_SIDE_MAX = 3;

    private final List<KeyButton> buttons = new ArrayList<>();
    private List<Choice.Weight> placed = List.of();

    Choices() {
        super(GAP);
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
        int i = 0;
        while (i < weights.size()) {
            int together = weights.get(i) == Choice.Weight.PLAIN ? plainFrom(weights, i) : 1;
            getChildren().add(together == 1 ? buttons.get(i) : row(buttons.subList(i, i + together)));
            i += together;
        }
    }

    /** Three in a row if there are just three, else two and two. */
    private static int plainFrom(List<Choice.Weight> weights, int from) {
        int end = from;
        while (end < weights.size() && weights.get(end) == Choice.Weight.PLAIN) end++;
        int plain = end - from;
        return plain == SIDE_BY_SIDE_MAX ? SIDE_BY_SIDE_MAX : Math.min(2, plain);
    }

    private static GridPane row(List<KeyButton> together) {
        GridPane row = new GridPane(GAP, GAP);
        for (int i = 0; i < together.size(); i++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / together.size());
            row.getColumnConstraints().add(share);
            row.add(together.get(i), i, 0);
        }
        return row;
    }
}
