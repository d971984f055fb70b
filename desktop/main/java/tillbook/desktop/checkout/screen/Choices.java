package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/** Choices as buttons, one below the other; a choice that stays keeps its button, and with it the focus. */
final class Choices extends VBox {
    private static final double GAP = 10;

    private final List<KeyButton> buttons = new ArrayList<>();

    Choices() {
        super(GAP);
    }

    void show(List<Choice> choices) {
        while (buttons.size() > choices.size()) getChildren().remove(buttons.removeLast());
        for (int i = 0; i < choices.size(); i++) {
            if (i == buttons.size()) {
                buttons.add(new KeyButton());
                getChildren().add(buttons.get(i));
            }
            buttons.get(i).show(choices.get(i));
        }
    }
}
