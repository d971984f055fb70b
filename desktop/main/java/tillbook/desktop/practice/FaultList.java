package tillbook.desktop.practice;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tillbook.desktop.trouble.TroubleAnswer;
import tillbook.desktop.trouble.TroubleCode;
import tillbook.text.Texts;

/** Every trouble by its code, in groups. Its buttons stay the same when they change, so that they keep the focus. Owned by the drawing thread. */
final class FaultList {
    private static final double GAP = 8;
    private static final double TILE = 250;
    private static final double AROUND = 18;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final VBox root = new VBox(GAP);
    private final Label how = note();
    private final Label answer = note();
    private final Map<TroubleCode.Group, Label> heads = new EnumMap<>(TroubleCode.Group.class);
    private final Map<TroubleCode, Tile> tiles = new EnumMap<>(TroubleCode.class);

    FaultList() {
        answer.setId("practice-answer");
    }

    Node node() {
        return root;
    }

    void draw(PracticeModel model, PracticeInteractor interactor, Locale language) {
        Texts texts = Texts.of("desktop.trouble", language);
        List<TroubleCode> here = model.here.get();
        how.setText(texts.text(here.isEmpty() ? "none" : "how"));
        TroubleAnswer said = model.answer.get();
        answer.setText(said == null ? "" : said.sentence(language));
        answer.setVisible(said != null);
        answer.setManaged(said != null);
        if (tiles.isEmpty()) build(here, interactor);
        heads.forEach((group, head) -> head.setText(texts.text("group." + group.key())));
        tiles.forEach((code, tile) -> tile.draw(texts, code, model.on.get().contains(code), model.asks.get() == code));
    }

    private void build(List<TroubleCode> here, PracticeInteractor interactor) {
        List<Node> all = new ArrayList<>(List.of(how, answer));
        for (TroubleCode.Group group : TroubleCode.Group.values()) {
            List<TroubleCode> codes =
                    group.codes().stream().filter(here::contains).toList();
            if (codes.isEmpty()) continue;
            Label head = new Label();
            head.getStyleClass().add("fault-group");
            heads.put(group, head);
            codes.forEach(code -> tiles.put(code, new Tile(code, () -> interactor.toggle(code))));
            all.add(head);
            all.add(new Tiles(TILE, codes.stream().map(this::button).toList()));
        }
        root.getChildren().setAll(all);
    }

    private Button button(TroubleCode code) {
        Tile tile = tiles.get(code);
        if (tile == null) throw new IllegalStateException("no tile of " + code);
        return tile.button;
    }

    private static Label note() {
        Label note = new Label();
        note.getStyleClass().addAll("muted", "small");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    /** Two lines: code and name, and what comes of it. */
    private static final class Tile {
        private final Button button = new Button();
        private final Label title = new Label();
        private final Label fine = new Label();

        Tile(TroubleCode code, Runnable action) {
            title.getStyleClass().add("tile-title");
            fine.getStyleClass().addAll("muted", "tile-fine");
            for (Label each : List.of(title, fine)) {
                each.setWrapText(true);
                each.setMinHeight(Region.USE_PREF_SIZE);
            }
            VBox words = new VBox(title, fine);
            words.setAlignment(Pos.CENTER_LEFT);
            button.setId("practice-fault-" + code.key());
            button.setMnemonicParsing(false);
            button.getStyleClass().addAll("key", "practice-key");
            button.setGraphic(words);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.setOnAction(_ -> action.run());
            words.prefWidthProperty().bind(button.widthProperty().subtract(AROUND));
        }

        void draw(Texts texts, TroubleCode code, boolean isOn, boolean asks) {
            String name = texts.text((asks ? "ask." : "name.") + code.key());
            String end = isOn ? "　" + texts.text("on") : code.isOnce() && !asks ? "　" + texts.text("once") : "";
            title.setText((isOn ? "✓ " : "") + code.code() + "　" + name + end);
            fine.setText(texts.text((asks ? "asked." : "seen.") + code.key()));
            button.setAccessibleText(title.getText() + ", " + fine.getText());
            button.pseudoClassStateChanged(CHOSEN, isOn || asks);
        }
    }
}
