package tillbook.desktop.checkout.screen;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tillbook.catalog.Good;

/** Goods by name or initials; Enter takes the marked one, a touch takes any. */
final class FindView extends VBox implements TakesFocus {
    private static final double GAP = 8;

    private final TextField field = new TextField();
    private final ListView<Good> list = new ListView<>();
    private final Label none = new Label();
    private final KeyButton back = new KeyButton();
    private final Words words;
    private final Does does;
    /** The query that what is shown was found for. */
    private String answered = "";
    /** Who moved the mark before that came meant something that she had not seen: nothing is taken for it. */
    private boolean moved;

    FindView(Panel.Find first, Words words, Does does) {
        super(GAP);
        this.words = words;
        this.does = does;
        Label title = new Label(words.text("find.title"));
        title.getStyleClass().add("heading");
        field.setId("entry");
        field.setText(first.query());
        field.setAccessibleText(words.text("find.title"));
        field.setPromptText(words.text("find.prompt"));
        field.textProperty().addListener((_, _, text) -> {
            moved = false;
            does.search(text.strip());
        });
        field.setOnAction(_ -> enter());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::moves);
        list.setId("found");
        list.setCellFactory(_ -> new GoodCell());
        list.setPlaceholder(none);
        none.setWrapText(true);
        list.setAccessibleText(words.text("find.title"));
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) enter();
        });
        VBox card = new VBox(GAP, title, field, list);
        card.getStyleClass().add("card");
        card.setStyle("-fx-padding: 14;");
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card, back);
        show(first);
    }

    private void moves(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) list.getSelectionModel().selectNext();
        else if (event.getCode() == KeyCode.UP) list.getSelectionModel().selectPrevious();
        else return;
        if (!isAnswered()) {
            moved = true;
            does.takeWhenFound(false);
        }
        list.scrollTo(list.getSelectionModel().getSelectedIndex());
        event.consume();
    }

    /** Enter takes what was found for what is typed; until that has come it waits, and takes nothing found before. */
    private void enter() {
        if (isAnswered()) takeMarked();
        else does.takeWhenFound(!moved);
    }

    private boolean isAnswered() {
        return answered.equals(field.getText().strip());
    }

    private void takeMarked() {
        Good marked = list.getSelectionModel().getSelectedItem();
        if (marked != null) does.take(marked);
    }

    void show(Panel.Find find) {
        if (!list.getItems().equals(find.goods())) {
            list.getItems().setAll(find.goods());
            list.getSelectionModel().selectFirst();
        }
        none.setText(find.query().isBlank() ? words.text("find.how") : find.searched() ? words.text("find.none") : "");
        back.show(find.back());
        if (find.searched() || find.query().isBlank()) answered = find.query();
    }

    @Override
    public TextField field() {
        return field;
    }

    private final class GoodCell extends ListCell<Good> {
        private final Label name = new Label();
        private final Label code = new Label();
        private final Label price = new Label();
        private final HBox row;

        GoodCell() {
            name.setWrapText(true);
            code.getStyleClass().addAll("muted", "hint");
            price.setMinWidth(Label.USE_PREF_SIZE);
            VBox left = new VBox(name, code);
            HBox.setHgrow(left, Priority.ALWAYS);
            left.setMinWidth(0);
            row = new HBox(left, price);
            row.getStyleClass().add("good-row");
            setPrefWidth(0);
            setOnMouseClicked(_ -> {
                if (getItem() != null) does.take(getItem());
            });
        }

        @Override
        protected double computePrefHeight(double width) {
            return getGraphic() == null ? 56 : row.prefHeight(getListView().getWidth() - 20);
        }

        @Override
        protected void updateItem(@Nullable Good good, boolean empty) {
            super.updateItem(good, empty);
            if (empty || good == null) {
                setGraphic(null);
                return;
            }
            name.setText(words.good(good));
            code.setText(good.code());
            price.setText(good.unitPrice() + " / " + good.unit());
            setAccessibleText(words.good(good) + ", " + price.getText());
            setGraphic(row);
        }
    }
}
