package tillbook.desktop.journal.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.KeyButton;
import tillbook.desktop.checkout.screen.WrappingCell;
import tillbook.desktop.journal.screen.CasePicture.Fact;
import tillbook.desktop.journal.screen.CasePicture.Moment;

/** One sale as a case: verdict, life, facts, and the safe things to do now. Owned by the drawing thread. */
final class CasePane extends VBox {
    private static final double GAP = 10;
    private static final double FACTS = 306;
    private static final double BUTTON = 150;
    private static final double ROW = 44;

    private final Label title = new Label();
    private final Label fine = new Label();
    private final Label amount = new Label();
    private final VBox verdict = new VBox(4);
    private final ListView<Moment> life = new ListView<>();
    private final VBox facts = new VBox(GAP);
    private final FlowPane actions = new FlowPane(GAP, GAP);
    private final Map<String, KeyButton> buttons = new HashMap<>();
    private final Runnable goesHome;
    private CasePicture shown = CasePicture.NONE;

    /** For this screen; {@code goesHome} gives the focus to a place where Enter records nothing. */
    CasePane(JournalModel model, ScreenWords words, Runnable goesHome) {
        super(GAP);
        this.goesHome = goesHome;
        getStyleClass().addAll("card", "case");
        setMinWidth(0);
        title.setId("case-title");
        title.getStyleClass().add("heading");
        fine.getStyleClass().addAll("muted", "small");
        fine.setWrapText(true);
        amount.setId("case-amount");
        amount.getStyleClass().add("case-amount");
        amount.setMinWidth(USE_PREF_SIZE);
        VBox named = new VBox(title, fine);
        HBox.setHgrow(named, Priority.ALWAYS);
        named.setMinWidth(0);
        HBox head = new HBox(GAP, named, amount);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(USE_PREF_SIZE);
        verdict.setId("verdict");
        verdict.setMinHeight(USE_PREF_SIZE);
        life.setId("life");
        life.setAccessibleText(words.text("life"));
        life.setCellFactory(_ -> new MomentCell());
        life.setPlaceholder(new Label(""));
        HBox.setHgrow(life, Priority.ALWAYS);
        life.setMinWidth(0);
        facts.setId("facts");
        ScrollPane side = new ScrollPane(facts);
        side.setFitToWidth(true);
        side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        side.setMinWidth(FACTS);
        side.setPrefWidth(FACTS);
        side.setFocusTraversable(false);
        HBox middle = new HBox(GAP, life, side);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinHeight(0);
        actions.setId("actions");
        actions.getStyleClass().add("case-actions");
        actions.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(head, verdict, middle, actions);
        model.opened.addListener((_, _, now) -> show(now));
        show(model.opened.get());
    }

    /** Moves through its life. */
    void moves(int by) {
        int last = shown.moments().size() - 1;
        int place = Math.clamp(life.getSelectionModel().getSelectedIndex() + (long) by, 0, Math.max(0, last));
        if (last < 0) return;
        life.getSelectionModel().select(place);
        life.scrollTo(place);
    }

    private void show(CasePicture now) {
        boolean same = now.receipt().equals(shown.receipt());
        title.setText(now.title());
        fine.setText(now.fine());
        amount.setText(now.amount());
        showVerdict(now);
        if (!now.moments().equals(shown.moments())) {
            life.getItems().setAll(now.moments());
            // What came last is what a person waits for, once the case is open.
            if (same && !shown.moments().isEmpty()) life.scrollTo(now.moments().size() - 1);
            else life.scrollTo(0);
        }
        if (!now.facts().equals(shown.facts()))
            facts.getChildren().setAll(now.facts().stream().map(CasePane::fact).toList());
        showActions(now.choices());
        shown = now;
    }

    private void showVerdict(CasePicture now) {
        List<Node> lines = new ArrayList<>();
        for (Word word : now.verdict()) {
            Label line = new Label(word.marked());
            line.setWrapText(true);
            line.setMinHeight(USE_PREF_SIZE);
            line.setMaxWidth(Double.MAX_VALUE);
            line.getStyleClass().setAll("label", "verdict", word.tone().style());
            lines.add(line);
        }
        verdict.getChildren().setAll(lines);
        verdict.setAccessibleText(
                String.join(" ", now.verdict().stream().map(Word::text).toList()));
    }

    /** A button that stays is the same one, and keeps the focus; that of one that goes is no other button's. */
    private void showActions(List<Choice> choices) {
        Set<String> stay = choices.stream().map(Choice::id).collect(Collectors.toSet());
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        if (focused instanceof KeyButton button && buttons.containsValue(button) && !stay.contains(button.getId()))
            goesHome.run();
        buttons.keySet().retainAll(stay);
        List<KeyButton> row = choices.stream().map(this::button).toList();
        if (!actions.getChildren().equals(row)) actions.getChildren().setAll(row);
    }

    private KeyButton button(Choice choice) {
        KeyButton button = buttons.computeIfAbsent(choice.id(), _ -> new KeyButton());
        button.show(choice);
        button.setMinWidth(BUTTON);
        button.setPrefWidth(choice.weight() == Choice.Weight.MAIN ? BUTTON + 50 : BUTTON);
        return button;
    }

    private static Node fact(Fact fact) {
        Label label = new Label(fact.label());
        label.setWrapText(true);
        label.getStyleClass().addAll("muted", "small");
        VBox both = new VBox(2, label, fact.copied() ? copied(fact) : said(fact));
        both.setMinHeight(Region.USE_PREF_SIZE);
        return both;
    }

    private static Label said(Fact fact) {
        Label value = new Label(fact.value());
        value.setWrapText(true);
        return value;
    }

    /** A number that is selected as a whole when it gets the focus. */
    private static TextField copied(Fact fact) {
        TextField value = new TextField(fact.value());
        value.setEditable(false);
        value.getStyleClass().add("fact");
        value.setAccessibleText(fact.label());
        value.focusedProperty().addListener((_, _, focused) -> {
            if (focused) value.selectAll();
        });
        return value;
    }

    private static final class MomentCell extends WrappingCell<Moment> {
        private final Label mark;
        private final Label time;
        private final Label sentence;

        MomentCell() {
            this(new Label(), new Label(), new Label());
        }

        private MomentCell(Label mark, Label sentence, Label time) {
            super(ROW, GAP, "moment", mark, sentence, time);
            this.mark = mark;
            this.sentence = sentence;
            this.time = time;
            mark.setAlignment(Pos.CENTER);
            time.getStyleClass().addAll("muted", "small");
            time.setMinWidth(Region.USE_PREF_SIZE);
            sentence.setWrapText(true);
            sentence.setMinWidth(0);
            sentence.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(sentence, Priority.ALWAYS);
        }

        @Override
        protected void shows(Moment moment) {
            mark.setText(moment.mark());
            mark.getStyleClass().setAll("label", "step-mark", moment.tone().style());
            time.setText(moment.time());
            sentence.setText(moment.sentence());
            setAccessibleText(moment.time() + " " + moment.sentence());
        }
    }
}
