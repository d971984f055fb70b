package tillbook.desktop.checkout.screen;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** An amount that takes the largest of its sizes that fits, so that it is never cut. */
final class FitLabel extends Label {
    private static final double ROOM = 4;

    private final double[] sizes;

    /** Sizes in px, the largest first. */
    FitLabel(Pos alignment, double... sizes) {
        this.sizes = sizes;
        setAlignment(alignment);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
        widthProperty().addListener((_, _, _) -> fit());
        textProperty().addListener((_, _, _) -> fit());
        fontProperty().addListener((_, _, _) -> {});
    }

    private void fit() {
        double room = getWidth() - ROOM;
        double size = sizes[0];
        for (double candidate : sizes) {
            size = candidate;
            if (room <= 0 || widthAt(candidate) <= room) break;
        }
        String style = "-fx-font-size: " + size + "px;";
        if (!style.equals(getStyle())) setStyle(style);
    }

    private double widthAt(double size) {
        Text text = new Text(getText());
        text.setFont(javafx.scene.text.Font.font(getFont().getFamily(), javafx.scene.text.FontWeight.BOLD, size));
        return text.getLayoutBounds().getWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }
}
