package tillbook.desktop.checkout.screen;

import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.fx.FxBridge;

/** The left side: the scan field, the lines, the last scan large. */
final class LinesPane extends VBox {
    private static final double PLACE = 30;
    private static final double PRICE = 104;
    private static final double QUANTITY = 76;
    private static final double DISCOUNT = 76;
    private static final double AMOUNT = 96;
    private static final double BAR = 14;
    private static final double ADD = 150;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final int MEASURED_ANEW_MAX = 3;

    private final ListView<Row> list;
    private final CheckoutModel model;
    private final InvalidationListener follows = _ -> changed();
    private @Nullable VirtualFlow<?> flow;
    private boolean showsNewest = true;
    /** More than this in the large size would take more than two rows of a small screen. */
    private static final int LONG_NAME_CHARS = 32;

    private final Hands interactor;
    private final Words words;

    LinesPane(CheckoutModel model, Hands interactor, TextField scan, Words words) {
        this.model = model;
        this.interactor = interactor;
        this.words = words;
        getStyleClass().add("card");
        setMinWidth(0);
        list = new ListView<>(model.rows);
        list.setId("lines");
        list.setCellFactory(_ -> new RowCell());
        list.setAccessibleText(words.text("lines"));
        list.setPlaceholder(empty(words));
        VBox.setVgrow(list, Priority.ALWAYS);
        list.focusedProperty().subscribe(focused -> {
            if (focused) list.getSelectionModel().clearAndSelect(model.current.get());
        });
        model.current.addListener(new WeakInvalidationListener(follows));
        model.rows.addListener(new WeakInvalidationListener(follows));
        StackPane field = new StackPane(scan);
        field.setStyle("-fx-padding: 12 12 6 12;");
        getChildren().setAll(field, head(words), list, lastScan(model));
    }

    private static Label empty(Words words) {
        Label label = new Label(words.text("lines.empty"));
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        return label;
    }

    /** Once for all that changed since the last pulse, after the list knows its height. */
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!showsNewest) return;
        showsNewest = false;
        int last = model.rows.size() - 1;
        boolean remark = last >= 0 && model.rows.get(last) instanceof Row.Said;
        if (last >= 0) show(remark ? last : Math.max(0, model.current.get()));
    }

    private void changed() {
        // A value that nobody reads would not tell of its next change.
        model.current.get();
        showsNewest = true;
        requestLayout();
    }

    /**
     * The list guesses the heights it has not measured and may stop rows short, most of all where they differ. Then it
     * measures all anew, which takes long and is seldom needed.
     */
    private void show(int place) {
        list.layout();
        if (flow == null && list.lookup(".virtual-flow") instanceof VirtualFlow<?> found) flow = found;
        if (flow == null) return;
        goTo(flow, place);
        VirtualFlow<?> rows = flow;
        FxBridge.later(() -> measuresAnew(rows, place, MEASURED_ANEW_MAX));
    }

    private void measuresAnew(VirtualFlow<?> rows, int place, int times) {
        if (times == 0 || showsNewest || place >= model.rows.size() || isInSight(rows, place)) return;
        list.refresh();
        goTo(rows, place);
        FxBridge.later(() -> measuresAnew(rows, place, times - 1));
    }

    private void goTo(VirtualFlow<?> rows, int place) {
        rows.scrollTo(place);
        list.layout();
        rows.scrollTo(place);
    }

    private static boolean isInSight(VirtualFlow<?> rows, int place) {
        IndexedCell<?> cell = rows.getVisibleCell(place);
        return cell != null
                && cell.getLayoutY() >= 0
                && cell.getLayoutY() + Math.min(cell.getHeight(), rows.getHeight()) <= rows.getHeight();
    }

    private static HBox head(Words words) {
        HBox head = columns(
                new Label("#"),
                new Label(words.text("column.goods")),
                new Label(words.text("column.price")),
                new Label(words.text("column.quantity")),
                new Label(words.text("column.discount")),
                new Label(words.text("column.amount")));
        head.getStyleClass().add("head");
        return head;
    }

    private static HBox columns(Label place, Region name, Label price, Label quantity, Label discount, Label amount) {
        width(place, PLACE, Pos.CENTER);
        width(price, PRICE, Pos.CENTER_RIGHT);
        width(quantity, QUANTITY, Pos.CENTER_RIGHT);
        width(discount, DISCOUNT, Pos.CENTER_RIGHT);
        width(amount, AMOUNT, Pos.CENTER_RIGHT);
        name.setMinWidth(0);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox row = new HBox(place, name, price, quantity, discount, amount);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void width(Label label, double width, Pos alignment) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        label.setAlignment(alignment);
    }

    private static HBox lastScan(CheckoutModel model) {
        Label name = new Label();
        name.setId("last-scan");
        name.getStyleClass().add("name");
        name.setWrapText(true);
        name.setMinWidth(0);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label times = new Label();
        times.getStyleClass().add("muted");
        times.setMinWidth(Region.USE_PREF_SIZE);
        Label amount = new Label();
        amount.getStyleClass().add("amount");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(name, times, amount);
        row.setMinHeight(Region.USE_PREF_SIZE);
        row.getStyleClass().addAll("sunken", "last-scan");
        VBox.setMargin(row, new javafx.geometry.Insets(6, 12, 12, 12));
        Runnable show = () -> {
            CheckoutModel.LastScan last = model.lastScan.get();
            name.setText(last.name());
            name.setStyle(last.name().length() > LONG_NAME_CHARS ? "-fx-font-size: 17px;" : "");
            times.setText(last.times());
            amount.setText(last.amount());
            row.setVisible(!last.name().isEmpty());
        };
        model.lastScan.addListener((_, _, _) -> show.run());
        show.run();
        return row;
    }

    private final class RowCell extends ListCell<Row> {
        private final Label place = new Label();
        private final Label name = new Label();
        private final Label code = new Label();
        private final Label price = new Label();
        private final Label quantity = new Label();
        private final Label discount = new Label();
        private final Label amount = new Label();
        private final HBox goods;
        private final Label why = new Label();
        private final Label mark = new Label();
        private final KeyButton add = new KeyButton();
        private final HBox remark;
        private final InvalidationListener marks = _ -> mark();

        RowCell() {
            place.getStyleClass().add("place");
            name.getStyleClass().add("name");
            name.setWrapText(true);
            code.getStyleClass().add("code");
            for (Label number : new Label[] {price, quantity, discount})
                number.getStyleClass().add("number");
            amount.getStyleClass().add("amount");
            VBox named = new VBox(name, code);
            named.setAlignment(Pos.CENTER_LEFT);
            goods = columns(place, named, price, quantity, discount, amount);
            goods.getStyleClass().add("line-row");
            width(mark, PLACE, Pos.CENTER);
            why.setWrapText(true);
            why.setMinWidth(0);
            why.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(why, Priority.ALWAYS);
            add.setPrefWidth(ADD);
            add.setMinWidth(ADD);
            remark = new HBox(mark, why);
            setPrefWidth(0);
            model.current.addListener(new WeakInvalidationListener(marks));
            addEventFilter(MouseEvent.MOUSE_PRESSED, this::touched);
        }

        /** The line is marked, and that is all: a list that took the focus would take the keys as well. */
        private void touched(MouseEvent press) {
            for (Node at = press.getPickResult().getIntersectedNode(); at != null; at = at.getParent())
                if (at.equals(add)) return;
            if (!isEmpty()) interactor.choose(getIndex());
            press.consume();
        }

        @Override
        protected double computePrefHeight(double width) {
            Region shown = getGraphic() instanceof Region region ? region : null;
            return shown == null ? 48 : Math.ceil(shown.prefHeight(getListView().getWidth() - BAR));
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            switch (empty ? null : row) {
                case null -> {
                    // A cell that is only laid by has no place; what it holds would be styled anew when it is taken up
                    // again.
                    if (getIndex() >= 0) setGraphic(null);
                }
                case Row.Goods line -> show(line);
                case Row.Said said -> show(said);
            }
        }

        private void show(Row.Goods line) {
            place.setText(Integer.toString(line.place()));
            name.setText(line.name());
            code.setText(line.code());
            price.setText(line.price());
            quantity.setText(line.quantity());
            discount.setText(line.discount());
            amount.setText(line.amount());
            setAccessibleText(line.name() + ", " + line.quantity() + ", " + line.amount());
            setGraphic(goods);
            mark();
        }

        /** A pseudo-class, since a class that comes or goes has every style below it looked up anew. */
        private void mark() {
            goods.pseudoClassStateChanged(CURRENT, getIndex() == model.current.get());
        }

        private void show(Row.Said said) {
            boolean adds = !said.unknown().isEmpty();
            if (adds) {
                add.show(Choice.plain(
                        "add-here",
                        words.text("add-here"),
                        "Ins",
                        () -> interactor.open(new Asking.NewGoods(said.unknown()))));
                remark.getChildren().setAll(mark, why, add);
            } else remark.getChildren().setAll(mark, why);
            why.setText(said.code().isEmpty() ? said.sentence() : said.sentence() + "  " + said.code());
            mark.setText(said.tone() == Tone.OK ? "✓" : "!");
            remark.getStyleClass().setAll("line-row", "remark", said.tone().style());
            setAccessibleText(why.getText());
            setGraphic(remark);
        }
    }
}
