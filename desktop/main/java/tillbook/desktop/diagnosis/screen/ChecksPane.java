package tillbook.desktop.diagnosis.screen;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tillbook.desktop.checkout.screen.WrappingCell;

/** Every check with what it measured, while they run and afterwards. Owned by the drawing thread. */
final class ChecksPane extends VBox {
    private static final double GAP = 8;
    private static final double NAME = 116;
    private static final double NAME_WIDE = 142;
    private static final double WIDE = 440;
    private static final double ROW = 36;
    private static final int PAGE = 6;

    private final ListView<CheckRow> rows;
    private int first;

    ChecksPane(WizardModel model, WizardWords words) {
        super(GAP);
        getStyleClass().addAll("card", "checks");
        Label title = new Label(words.text("checks"));
        title.getStyleClass().add("heading");
        title.setMinWidth(USE_PREF_SIZE);
        Label counted = new Label();
        counted.setId("counted");
        counted.getStyleClass().addAll("muted", "small");
        counted.setWrapText(true);
        counted.textProperty().bind(model.counted);
        HBox head = new HBox(GAP, title, counted);
        head.setAlignment(Pos.BASELINE_LEFT);
        Label seen = new Label();
        seen.setId("seen");
        seen.getStyleClass().addAll("muted", "small");
        seen.setWrapText(true);
        seen.setMinHeight(USE_PREF_SIZE);
        seen.textProperty().bind(model.seen);
        seen.visibleProperty().bind(model.seen.isNotEmpty());
        seen.managedProperty().bind(model.seen.isNotEmpty());
        rows = new ListView<>(model.rows);
        rows.setId("checks");
        rows.setAccessibleText(words.text("checks"));
        rows.setCellFactory(_ -> new CheckCell());
        rows.setPlaceholder(new Label(""));
        rows.setMinHeight(0);
        VBox.setVgrow(rows, Priority.ALWAYS);
        model.step.addListener((_, _, _) -> first = 0);
        getChildren().setAll(head, seen, rows);
    }

    /** So many pages on. */
    void scrolls(int pages) {
        first = Math.clamp(
                first + (long) pages * PAGE, 0, Math.max(0, rows.getItems().size() - 1));
        rows.scrollTo(first);
    }

    /** One check. */
    private final class CheckCell extends WrappingCell<CheckRow> {
        private final Label mark;
        private final Label name;
        private final Label measured;

        CheckCell() {
            this(new Label(), new Label(), new Label());
        }

        private CheckCell(Label mark, Label name, Label measured) {
            super(ROW, GAP, "check", mark, name, measured);
            this.mark = mark;
            this.name = name;
            this.measured = measured;
            mark.setMinWidth(USE_PREF_SIZE);
            name.getStyleClass().add("check-name");
            name.setWrapText(true);
            var width = Bindings.when(rows.widthProperty().greaterThan(WIDE))
                    .then(NAME_WIDE)
                    .otherwise(NAME);
            name.minWidthProperty().bind(width);
            name.prefWidthProperty().bind(width);
            measured.getStyleClass().addAll("muted", "small");
            measured.setWrapText(true);
            measured.setMinWidth(0);
            measured.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(measured, Priority.ALWAYS);
        }

        @Override
        protected void shows(CheckRow check) {
            mark.setText(check.mark());
            mark.getStyleClass().setAll("label", "step-mark", check.tone().style());
            name.setText(check.name());
            measured.setText(check.measured());
            setAccessibleText(check.spoken());
        }
    }
}
