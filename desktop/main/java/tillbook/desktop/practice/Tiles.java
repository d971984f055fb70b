package tillbook.desktop.practice;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;

/** Buttons of one width in rows, as many in a row as fit; each row is as high as its highest. Owned by the drawing thread. */
final class Tiles extends Pane {
    private static final double GAP = 8;
    private static final double HEIGHT_LEAST = 56;
    private static final double BESIDE_THE_BAR = 8;

    private final double widthLeast;

    Tiles(double widthLeast, List<Button> buttons) {
        this.widthLeast = widthLeast;
        getChildren().setAll(buttons);
    }

    private int columns(double width) {
        return Math.max(1, (int) ((width + GAP) / (widthLeast + GAP)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return widthLeast;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width <= 0 ? getWidth() : width, false);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    private double place(double room, boolean really) {
        double width = room - BESIDE_THE_BAR;
        int columns = columns(width);
        double each = Math.floor((width - (columns - 1) * GAP) / columns);
        double y = 0;
        List<Node> all = getManagedChildren();
        for (int from = 0; from < all.size(); from += columns) {
            List<Node> row = all.subList(from, Math.min(all.size(), from + columns));
            double height = HEIGHT_LEAST;
            for (Node node : row) height = Math.max(height, node.prefHeight(each));
            if (really)
                for (int i = 0; i < row.size(); i++) row.get(i).resizeRelocate(i * (each + GAP), y, each, height);
            y += height + GAP;
        }
        return Math.max(0, y - GAP);
    }
}
