package tillbook.desktop.checkout.screen;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list as high as its words need where they wrap. Owned by the drawing thread.
 *
 * @param <T> what a row shows
 */
public abstract class WrappingCell<T> extends ListCell<T> {
    /** The list's scroll bar stands beside the words, px. */
    private static final double BAR = 20;

    private final double lowest;
    private final HBox row;

    /** A row of these parts, {@code lowest} px high at least. */
    protected WrappingCell(double lowest, double gap, String style, Node... parts) {
        this.lowest = lowest;
        this.row = new HBox(gap, parts);
        row.getStyleClass().add(style);
    }

    /** Puts an item into the parts, and what a screen reader says of it. */
    protected abstract void shows(T item);

    /** As wide as the list: the words wrap. */
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() == null
                ? lowest
                : Math.max(lowest, Math.ceil(row.prefHeight(getListView().getWidth() - BAR)));
    }

    @Override
    protected final void updateItem(@Nullable T item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        shows(item);
        setGraphic(row);
    }
}
