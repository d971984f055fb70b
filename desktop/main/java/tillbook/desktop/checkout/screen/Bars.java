package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar at the top, with who and the lights, and the tray at the bottom. */
final class Bars {
    private Bars() {}

    static HBox top(CheckoutModel model, Words words, Does does) {
        Label brand = new Label(words.text("brand"));
        brand.getStyleClass().add("brand");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        Label who = new Label();
        who.setId("who");
        who.setWrapText(true);
        who.getStyleClass().add("muted");
        who.setMinWidth(80);
        HBox lights = new HBox(8);
        lights.setAlignment(javafx.geometry.Pos.CENTER);
        lights.setMinWidth(Region.USE_PREF_SIZE);
        List<Button> buttons = new ArrayList<>();
        Label clock = new Label();
        clock.setId("clock");
        clock.getStyleClass().add("muted");
        clock.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = bar("top", brand, who, gap(), lights, clock);
        Runnable show = () -> {
            CheckoutModel.Head head = model.head.get();
            String shop = head.shop().isEmpty() ? "" : head.shop() + " · ";
            who.setText(shop + head.register() + " · " + head.cashier());
            clock.setText(head.clock());
            showLights(head.lights(), lights, buttons, does);
        };
        model.head.addListener((_, _, _) -> show.run());
        show.run();
        return bar;
    }

    private static void showLights(List<Light> all, HBox lights, List<Button> buttons, Does does) {
        List<Chip> chips = all.stream()
                .map(light -> new Chip(
                        "light-" + light.id(), light.tone(), light.mark(), light.label(), () -> does.light(light)))
                .toList();
        showChips(chips, lights, buttons);
        for (int i = 0; i < all.size(); i++)
            buttons.get(i)
                    .setAccessibleText(all.get(i).label() + ", " + all.get(i).evidence());
    }

    static HBox bottom(CheckoutModel model) {
        HBox left = new HBox(8);
        HBox right = new HBox(8);
        List<Button> leftButtons = new ArrayList<>();
        List<Button> rightButtons = new ArrayList<>();
        Runnable show = () -> {
            showChips(model.trayLeft.get(), left, leftButtons);
            showChips(model.trayRight.get(), right, rightButtons);
        };
        model.trayLeft.addListener((_, _, _) -> show.run());
        model.trayRight.addListener((_, _, _) -> show.run());
        show.run();
        return bar("bottom", left, gap(), right);
    }

    /** A chip that stays keeps its button, and with it the focus. */
    private static void showChips(List<Chip> chips, HBox into, List<Button> buttons) {
        while (buttons.size() > chips.size()) into.getChildren().remove(buttons.removeLast());
        for (int i = 0; i < chips.size(); i++) {
            if (i == buttons.size()) {
                Button made = new Button();
                made.setMnemonicParsing(false);
                made.setMinWidth(Region.USE_PREF_SIZE);
                buttons.add(made);
                into.getChildren().add(made);
            }
            Chip chip = chips.get(i);
            Button button = buttons.get(i);
            button.setId(chip.id());
            button.setText(chip.mark().isEmpty() ? chip.label() : chip.mark() + " " + chip.label());
            List<String> style = List.of("button", "chip", chip.tone().style());
            if (!button.getStyleClass().equals(style)) button.getStyleClass().setAll(style);
            button.setOnAction(_ -> chip.action().run());
        }
    }

    private static HBox bar(String style, javafx.scene.Node... parts) {
        HBox bar = new HBox(parts);
        bar.getStyleClass().addAll("till-bar", style);
        return bar;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
