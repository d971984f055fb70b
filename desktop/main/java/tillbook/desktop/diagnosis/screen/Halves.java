package tillbook.desktop.diagnosis.screen;

import javafx.geometry.Orientation;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Two panes side by side, equally wide and equally high, as high as the words of the longer one need. Owned by the drawing thread. */
final class Halves extends Pane {
    private final double gap;

    Halves(double gap, Region left, Region right) {
        this.gap = gap;
        getChildren().setAll(left, right);
    }

    private double half(double width) {
        return snapSizeX(Math.max(0, (width - gap) / 2));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream()
                .mapToDouble(child -> child.prefHeight(width < 0 ? -1 : half(width)))
                .max()
                .orElse(0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double half = half(getWidth());
        getChildren().getFirst().resizeRelocate(0, 0, half, getHeight());
        getChildren().getLast().resizeRelocate(getWidth() - half, 0, half, getHeight());
    }
}
