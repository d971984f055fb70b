package tillbook.desktop.diagnosis.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.KeyButton;

/** What a person may have seen, to choose from. Owned by the drawing thread. */
final class SymptomPane extends VBox {
    private static final double GAP = 10;
    private static final double WIDE = 640;

    private final WizardModel model;
    private final List<KeyButton> buttons = new ArrayList<>();

    SymptomPane(WizardModel model, WizardWords words) {
        super(GAP);
        this.model = model;
        getStyleClass().addAll("card", "symptoms");
        setAlignment(Pos.TOP_CENTER);
        Label asks = new Label(words.text("choose"));
        asks.getStyleClass().add("asks");
        asks.setMaxWidth(WIDE);
        Label how = new Label(words.text("choose.how"));
        how.getStyleClass().add("muted");
        how.setWrapText(true);
        how.setMinHeight(USE_PREF_SIZE);
        how.setMaxWidth(WIDE);
        getChildren().addAll(asks, how);
        for (Choice choice : model.symptoms.get()) {
            KeyButton button = new KeyButton(choice);
            button.setMaxWidth(WIDE);
            buttons.add(button);
            getChildren().add(button);
        }
    }

    void focusLikely() {
        buttons.get(model.likely.get()).requestFocus();
    }

    /** So many on; false if none of them has the focus. */
    boolean moves(int by) {
        for (int i = 0; i < buttons.size(); i++) {
            if (!buttons.get(i).isFocused()) continue;
            buttons.get(Math.clamp(i + (long) by, 0, buttons.size() - 1)).requestFocus();
            return true;
        }
        focusLikely();
        return true;
    }
}
