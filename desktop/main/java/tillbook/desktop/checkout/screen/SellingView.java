package tillbook.desktop.checkout.screen;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The total, the largest thing on the screen; below it the ways to pay and what may be done to the lines. */
final class SellingView extends VBox {
    private static final double GAP = 12;
    private static final double FUNCTION_GAP = 8;
    private static final int FUNCTION_COLUMNS = 4;

    private final FitLabel total = new FitLabel(Pos.CENTER_RIGHT, 76, 62, 52, 42, 34);
    private final Label count = new Label();
    private final HBox discounted;
    private final Label discount = new Label();
    private final Choices tenders = new Choices();
    private final Label why = new Label();
    private final GridPane functions = new GridPane(FUNCTION_GAP, FUNCTION_GAP);

    SellingView(Words words) {
        super(GAP);
        total.setId("total");
        total.getStyleClass().add("total");
        count.setId("count");
        discount.setId("discount");
        discounted = row(words.text("discounted"), discount);
        VBox card = new VBox(row(words.text("due"), count), total, discounted);
        card.getStyleClass().addAll("card", "total-card");
        for (int i = 0; i < FUNCTION_COLUMNS; i++) {
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(100.0 / FUNCTION_COLUMNS);
            functions.getColumnConstraints().add(share);
        }
        why.setId("why");
        why.getStyleClass().add("muted");
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().setAll(card, tenders, functions, why);
    }

    private static HBox row(String name, Label value) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        value.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(label, gap, value);
    }

    void show(Panel.Selling selling) {
        total.setText(selling.total());
        count.setText(selling.count());
        discount.setText(selling.discount());
        discounted.setVisible(!selling.discount().isEmpty());
        tenders.show(selling.tenders());
        why.setText(selling.choices().stream()
                .filter(choice -> !choice.enabled())
                .map(Choice::why)
                .findFirst()
                .orElse(""));
        for (int i = 0; i < selling.functions().size(); i++) {
            if (i == functions.getChildren().size()) {
                KeyButton made = new KeyButton();
                made.setMaxHeight(Double.MAX_VALUE);
                functions.add(made, i % FUNCTION_COLUMNS, i / FUNCTION_COLUMNS);
            }
            ((KeyButton) functions.getChildren().get(i))
                    .show(selling.functions().get(i));
        }
    }
}
