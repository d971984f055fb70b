package tillbook.desktop.checkout.screen;

import javafx.css.PseudoClass;
import javafx.scene.layout.VBox;

/** In less room the same stands closer together: what is touched stays large enough for a finger. For the drawing thread. */
final class ShortRoom {
    /** Height of the column, px. */
    private static final double BELOW = 615;

    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

    private ShortRoom() {}

    /** Dresses a column's card and its main button for the height that the column is given from now on. */
    static void fit(VBox column, VBox card, KeyButton main) {
        card.getStyleClass().addAll("card", "form");
        // Only so is its height the room there is, and not what it would like.
        column.setMinHeight(0);
        column.heightProperty().addListener((_, _, height) -> {
            boolean isShort = height.doubleValue() < BELOW;
            card.pseudoClassStateChanged(SHORT, isShort);
            main.pseudoClassStateChanged(SHORT, isShort);
        });
    }
}
