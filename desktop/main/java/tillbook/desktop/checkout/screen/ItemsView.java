package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the tray holds, opened. */
final class ItemsView extends VBox {
    private static final double GAP = 10;

    private final Label title = new Label();
    private final VBox list = new VBox(GAP);
    private final KeyButton back = new KeyButton();
    private final List<ItemCard> cards = new ArrayList<>();

    ItemsView() {
        super(GAP);
        setId("items");
        title.getStyleClass().add("heading");
        title.setWrapText(true);
        ScrollPane scroll = NoticeView.scrolling(list);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox card = new VBox(GAP, title, scroll);
        card.getStyleClass().add("card");
        card.setStyle("-fx-padding: 14;");
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(card, back);
    }

    void show(Panel.Items items) {
        title.setText(items.items().isEmpty() ? items.none() : items.title());
        while (cards.size() > items.items().size()) list.getChildren().remove(cards.removeLast());
        for (int i = 0; i < items.items().size(); i++) {
            if (i == cards.size()) {
                cards.add(new ItemCard());
                list.getChildren().add(cards.get(i));
            }
            cards.get(i).show(items.items().get(i));
        }
        back.show(items.back());
    }

    private static final class ItemCard extends VBox {
        private final Label title = new Label();
        private final Label text = new Label();
        private final Choices choices = new Choices();

        ItemCard() {
            getStyleClass().add("open-item");
            title.setWrapText(true);
            title.setStyle("-fx-font-weight: bold;");
            text.setWrapText(true);
            text.getStyleClass().add("small");
            getChildren().setAll(title, text, choices);
        }

        void show(Panel.Item item) {
            title.setText(item.mark().isEmpty() ? item.title() : item.mark() + " " + item.title());
            text.setText(String.join("\n", item.lines()));
            choices.show(item.choices());
        }
    }
}
