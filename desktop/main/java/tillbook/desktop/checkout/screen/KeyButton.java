package tillbook.desktop.checkout.screen;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A button with its key in one corner and, where there is one, its icon in the other. Its words wrap; they are never cut. Owned by the drawing thread. */
public final class KeyButton extends Button {
    private final Label caption = new Label();
    private final Label keyName = new Label();
    private static final Insets BELOW_CORNERS = new Insets(16, 0, 0, 0);

    private final StackPane content = new StackPane(caption, keyName);
    private boolean hasIcon;
    private Choice.Weight weight = Choice.Weight.PLAIN;

    /** A button with nothing behind it yet. */
    public KeyButton() {
        getStyleClass().setAll("button", "key");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMnemonicParsing(false);
        caption.getStyleClass().add("caption");
        caption.setWrapText(true);
        caption.setMaxWidth(Double.MAX_VALUE);
        caption.setAlignment(Pos.CENTER);
        keyName.getStyleClass().add("key-name");
        StackPane.setAlignment(keyName, Pos.TOP_RIGHT);
        keyName.setMouseTransparent(true);
        content.prefWidthProperty().bind(widthProperty().subtract(18));
        content.minHeightProperty().bind(heightProperty().subtract(10));
        setGraphic(content);
    }

    /** A button for a choice. */
    public KeyButton(Choice choice) {
        this();
        show(choice);
    }

    /** The same button with another choice behind it: what has the focus keeps it. */
    public void show(Choice choice) {
        if (!choice.id().equals(getId())) {
            // A finger that is down meant the choice before.
            disarm();
            dress(choice.id());
        }
        setId(choice.id());
        caption.setText(choice.label());
        keyName.setText(choice.key());
        keyName.setVisible(!choice.key().isEmpty());
        // In a low button key and icon stand above the words, never over them. A margin that is set is laid out anew.
        Insets margin = hasCorners() ? BELOW_CORNERS : Insets.EMPTY;
        if (!margin.equals(StackPane.getMargin(caption))) StackPane.setMargin(caption, margin);
        String named = choice.key().isEmpty() ? choice.label() : choice.label() + ", " + choice.key();
        setAccessibleText(choice.why().isEmpty() ? named : named + ", " + choice.why());
        setDisable(!choice.enabled());
        setOnAction(_ -> choice.action().run());
        if (weight == choice.weight()) return;
        weight = choice.weight();
        getStyleClass().setAll("button", "key");
        switch (weight) {
            case MAIN -> getStyleClass().add("main");
            case TALL -> getStyleClass().add("tall");
            case CHOSEN -> getStyleClass().add("chosen");
            case PLAIN -> {}
        }
    }

    private void dress(String id) {
        if (hasIcon) content.getChildren().removeLast();
        Optional<Node> icon = Icons.of(id);
        icon.ifPresent(drawn -> {
            StackPane.setAlignment(drawn, Pos.TOP_LEFT);
            content.getChildren().add(drawn);
        });
        hasIcon = icon.isPresent();
    }

    private boolean hasCorners() {
        return hasIcon || !keyName.getText().isEmpty();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = Math.max(20, (width < 0 ? getWidth() : width) - 18);
        double words = caption.prefHeight(inner) + (hasCorners() ? 18 : 4);
        return Math.max(getMinHeight() > 0 ? getMinHeight() : 48, words + 10);
    }

    @Override
    public javafx.geometry.Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }
}
