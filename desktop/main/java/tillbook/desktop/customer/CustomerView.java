package tillbook.desktop.customer;

import java.net.URL;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tillbook.desktop.customer.CustomerModel.Both;
import tillbook.desktop.customer.CustomerModel.Item;
import tillbook.desktop.customer.CustomerModel.State;
import tillbook.desktop.customer.CustomerModel.Sum;

/** The customer's screen as it is drawn: to be read from two steps away. Owned by the drawing thread. */
final class CustomerView extends StackPane {
    private static final double GAP = 16;
    private static final double LINES_SHARE = 0.5;
    private static final double SMALL_BELOW = 1_200;
    private static final PseudoClass SMALL = PseudoClass.getPseudoClass("small");

    private final VBox lines = new VBox();
    private final ScrollPane scroll = new ScrollPane(lines);
    private final VBox state = new VBox(8);
    private final VBox sumBox;

    CustomerView(CustomerModel model) {
        getStyleClass().addAll("till-window", "customer");
        getStylesheets().add(sheet());
        VBox welcome = welcome(model);
        VBox left = new VBox(GAP, label("customer-shop", "shop", model.shop), lines());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        sumBox = sum(model);
        VBox right = new VBox(GAP, sumBox, state);
        state.setId("customer-state");
        state.getStyleClass().addAll("state", "plain");
        state.setAccessibleRole(AccessibleRole.TEXT);
        VBox.setVgrow(state, Priority.ALWAYS);
        state.setMaxHeight(Double.MAX_VALUE);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox sale = new HBox(GAP, left, right);
        sale.getStyleClass().add("sale");
        left.prefWidthProperty().bind(sale.widthProperty().multiply(LINES_SHARE));
        left.setMinWidth(0);
        right.setMinWidth(0);
        right.prefWidthProperty().bind(sale.widthProperty().multiply(1 - LINES_SHARE));
        getChildren().setAll(welcome, sale);
        shows(model.welcome, both -> {
            boolean welcoming = !both.first().isEmpty();
            welcome.setVisible(welcoming);
            sale.setVisible(!welcoming);
        });
        shows(model.items, this::show);
        shows(model.state, this::show);
        widthProperty().addListener((_, _, width) -> pseudoClassStateChanged(SMALL, width.doubleValue() < SMALL_BELOW));
    }

    static String sheet() {
        URL found = CustomerView.class.getResource("/tillbook/desktop/customer/customer.css");
        if (found == null) throw new IllegalStateException("a style sheet is missing from this build: customer.css");
        return found.toExternalForm();
    }

    private static <T> void shows(ObservableValue<T> value, java.util.function.Consumer<T> show) {
        value.addListener((_, _, now) -> show.accept(now));
        show.accept(value.getValue());
    }

    private static VBox welcome(CustomerModel model) {
        Label first = new Label();
        first.setId("customer-welcome");
        first.getStyleClass().add("greeting");
        Label second = new Label();
        second.getStyleClass().addAll("second", "muted");
        VBox box = new VBox(GAP, label("customer-welcome-shop", "shop", model.shop), first, second);
        box.setAlignment(Pos.CENTER);
        shows(model.welcome, both -> put(both, first, second));
        return box;
    }

    private static Label label(String id, String style, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add(style);
        label.textProperty().bind(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void put(Both both, Label first, Label second) {
        first.setText(both.first());
        second.setText(both.second());
    }

    private Node lines() {
        lines.getStyleClass().add("lines");
        scroll.setId("customer-lines");
        scroll.getStyleClass().add("lines-scroll");
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        lines.heightProperty().addListener((_, _, _) -> scroll.setVvalue(scroll.getVmax()));
        return scroll;
    }

    private static VBox sum(CustomerModel model) {
        Label first = new Label();
        first.getStyleClass().add("sum-label");
        Label second = new Label();
        second.getStyleClass().addAll("second", "muted");
        Label count = new Label();
        count.getStyleClass().add("muted");
        Label amount = new Label();
        amount.setId("customer-total");
        amount.getStyleClass().add("sum");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(10, first, second, gap, count);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(head, amount);
        box.getStyleClass().addAll("card", "sum-card");
        box.setFillWidth(true);
        amount.setMaxWidth(Double.MAX_VALUE);
        amount.setAlignment(Pos.CENTER_RIGHT);
        shows(model.sum, (Sum sum) -> {
            put(sum.label(), first, second);
            count.setText(sum.count().first());
            amount.setText(sum.amount());
            amount.pseudoClassStateChanged(
                    PseudoClass.getPseudoClass("long"), sum.amount().length() > 8);
        });
        return box;
    }

    private void show(List<Item> items) {
        lines.getChildren().setAll(items.stream().map(CustomerView::row).toList());
        if (!lines.getChildren().isEmpty())
            lines.getChildren().getLast().getStyleClass().add("newest");
    }

    private static Node row(Item item) {
        Label name = new Label(item.name());
        name.getStyleClass().add("name");
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        Label count = new Label(item.count());
        count.getStyleClass().addAll("count", "muted");
        VBox words = new VBox(name, count);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label amount = new Label(item.amount());
        amount.getStyleClass().add("amount");
        amount.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, words, amount);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("line");
        return row;
    }

    private void show(State now) {
        state.getStyleClass().setAll("state", now.mood().name().toLowerCase(java.util.Locale.ROOT));
        state.setVisible(!now.id().isEmpty());
        String mark = now.mark().isEmpty() ? "" : now.mark() + " ";
        Label title = wrapped(mark + now.title().first(), "title");
        title.setId("customer-title");
        Label other = wrapped(now.title().second(), "other");
        Label amount = wrapped(now.amount(), "paid-amount");
        Label how = wrapped(now.sentence().first(), "how");
        Label otherHow = wrapped(now.sentence().second(), "other-how");
        otherHow.getStyleClass().add("muted");
        state.getChildren().setAll(title, other);
        if (!now.amount().isEmpty()) state.getChildren().add(amount);
        state.getChildren().addAll(how, otherHow);
        state.setAccessibleText(title.getText() + " " + now.amount() + " " + how.getText());
    }

    private static Label wrapped(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
