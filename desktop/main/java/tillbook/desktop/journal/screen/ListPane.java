package tillbook.desktop.journal.screen;

import java.util.EnumMap;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.KeyButton;

/** The filters, the sales that fit, and how many there are. Owned by the drawing thread. */
final class ListPane extends VBox {
    private static final double GAP = 8;
    private static final double BAR = 20;
    private static final double ROW = 64;
    private static final double DAY = 132;
    private static final double ARROW = 64;
    private static final double TIME = 136;
    private static final double AMOUNT = 118;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final JournalModel model;
    private final JournalInteractor interactor;
    private final ScreenWords words;
    private final ListView<SaleLine> list = new ListView<>();
    private final HBox days;
    private final GridPane states = new GridPane(GAP, GAP);
    private final Map<StateFilter, KeyButton> buttons = new EnumMap<>(StateFilter.class);
    private final KeyButton day = new KeyButton();
    private boolean narrow;

    ListPane(JournalModel model, JournalInteractor interactor, ScreenWords words) {
        super(GAP);
        this.model = model;
        this.interactor = interactor;
        this.words = words;
        getStyleClass().addAll("card", "journal-list");
        setMinWidth(0);
        days = days();
        for (StateFilter filter : StateFilter.values()) buttons.put(filter, new KeyButton());
        model.filter.addListener((_, _, _) -> showFilter());
        showFilter();
        model.dayLabel.addListener((_, _, _) -> showDay());
        showDay();
        list.setId("sales");
        list.setItems(model.rows);
        list.setCellFactory(_ -> new SaleCell());
        list.setAccessibleText(words.text("list"));
        list.setFocusTraversable(false);
        Label none = new Label();
        none.setId("none");
        none.setWrapText(true);
        none.textProperty().bind(model.none);
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        model.marked.addListener((_, _, _) -> shows(model.marked.get()));
        Label count = new Label();
        count.setId("count");
        count.setWrapText(true);
        count.setMinHeight(Region.USE_PREF_SIZE);
        count.getStyleClass().addAll("muted", "small");
        count.textProperty().bind(model.count);
        getChildren().setAll(new Pane(), list, count);
        narrow(false);
    }

    /** Puts the filters one above the other, or in one row. */
    void narrow(boolean now) {
        if (narrow == now && getChildren().getFirst().getId() != null) return;
        narrow = now;
        int columns = now ? StateFilter.values().length / 2 : StateFilter.values().length;
        states.getChildren().clear();
        states.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints(0, 90, Double.MAX_VALUE);
            column.setPercentWidth(100.0 / columns);
            states.getColumnConstraints().add(column);
        }
        int place = 0;
        for (KeyButton button : buttons.values()) {
            states.add(button, place % columns, place / columns);
            place++;
        }
        Pane row = now ? new VBox(GAP, days, states) : new HBox(GAP, days, states);
        row.setId("filters");
        getChildren().set(0, row);
        HBox.setHgrow(states, Priority.ALWAYS);
    }

    private HBox days() {
        KeyButton before =
                new KeyButton(Choice.plain("day-before", words.text("day.before"), "F5", () -> interactor.days(-1)));
        KeyButton after =
                new KeyButton(Choice.plain("day-after", words.text("day.after"), "F6", () -> interactor.days(1)));
        before.setMinWidth(ARROW);
        before.setPrefWidth(ARROW);
        after.setMinWidth(ARROW);
        after.setPrefWidth(ARROW);
        day.setMinWidth(DAY);
        day.setPrefWidth(DAY);
        HBox row = new HBox(GAP, before, day, after);
        HBox.setHgrow(day, Priority.ALWAYS);
        return row;
    }

    private void showFilter() {
        buttons.forEach((filter, button) -> {
            boolean next = filter == model.filter.get().next();
            Choice choice = Choice.plain(
                    "state-" + filter,
                    words.text("filter." + filter),
                    next ? "F3" : "",
                    () -> interactor.filter(filter));
            button.show(filter == model.filter.get() ? choice.asChosen() : choice);
        });
    }

    private void showDay() {
        Choice choice = Choice.plain("day", model.dayLabel.get(), "F4", interactor::todayOrAll);
        day.show(model.day.get().isPresent() ? choice.asChosen() : choice);
    }

    /** How many rows are in sight; a page key moves by as many. */
    int inSight() {
        if (!(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return 1;
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        return first == null || last == null ? 1 : Math.max(1, last.getIndex() - first.getIndex());
    }

    private void shows(int place) {
        if (place < 0 || !(list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow)) return;
        list.layout();
        flow.scrollTo(place);
    }

    private final class SaleCell extends ListCell<SaleLine> {
        private final Label time = new Label();
        private final Label receipt = new Label();
        private final Label item = new Label();
        private final Label amount = new Label();
        private final Label means = new Label();
        private final Tag money = new Tag();
        private final Tag voucher = new Tag();
        private final HBox row;
        private final InvalidationListener marks = _ -> mark();

        SaleCell() {
            time.getStyleClass().add("name");
            receipt.getStyleClass().add("code");
            item.getStyleClass().add("name");
            item.setWrapText(true);
            amount.getStyleClass().add("amount");
            means.getStyleClass().add("code");
            means.setWrapText(true);
            VBox when = new VBox(time, receipt);
            when.setAlignment(Pos.CENTER_LEFT);
            when.setMinWidth(TIME);
            when.setPrefWidth(TIME);
            FlowPane tags = new FlowPane(GAP, 4, money, voucher);
            VBox what = new VBox(4, item, tags);
            what.setAlignment(Pos.CENTER_LEFT);
            what.setMinWidth(0);
            HBox.setHgrow(what, Priority.ALWAYS);
            VBox much = new VBox(amount, means);
            much.setAlignment(Pos.CENTER_RIGHT);
            much.setMinWidth(AMOUNT);
            much.setPrefWidth(AMOUNT);
            row = new HBox(GAP, when, what, much);
            row.getStyleClass().add("line-row");
            setPrefWidth(0);
            model.marked.addListener(new WeakInvalidationListener(marks));
            setOnMouseClicked(_ -> {
                if (!isEmpty()) interactor.choose(getIndex());
            });
        }

        @Override
        protected double computePrefHeight(double width) {
            return getGraphic() == null
                    ? ROW
                    : Math.max(ROW, Math.ceil(row.prefHeight(getListView().getWidth() - BAR)));
        }

        @Override
        protected void updateItem(@Nullable SaleLine line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            time.setText(line.time());
            receipt.setText(line.receipt().text());
            item.setText(line.item());
            amount.setText(line.amount());
            means.setText(line.means());
            money.show(line.money());
            voucher.show(line.voucher());
            setAccessibleText(line.spoken());
            setGraphic(row);
            mark();
        }

        private void mark() {
            row.pseudoClassStateChanged(CURRENT, getIndex() == model.marked.get());
        }
    }
}
