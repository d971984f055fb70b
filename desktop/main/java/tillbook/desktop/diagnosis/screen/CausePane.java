package tillbook.desktop.diagnosis.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.KeyButton;

/** Where money and vouchers are, and below it the cause with its remedy. Owned by the drawing thread. */
final class CausePane extends VBox {
    private static final double GAP = 10;
    private static final double BUTTON = 138;
    private static final double MAIN = 200;
    private static final double FINGER = 48;
    private static final double PAGE = 0.5;

    private final WizardModel model;
    private final WizardInteractor interactor;
    private final WizardWords words;
    private final VBox cause = new VBox(GAP);
    private final VBox others = new VBox(4);
    private final VBox since = new VBox(4);
    private final FlowPane actions = new FlowPane(GAP, GAP);
    private final ScrollPane scroll = new ScrollPane();
    private final List<KeyButton> buttons = new ArrayList<>();

    CausePane(WizardModel model, WizardInteractor interactor, WizardWords words) {
        super(GAP);
        this.model = model;
        this.interactor = interactor;
        this.words = words;
        setMinWidth(0);
        WherePane money = new WherePane("money", model.money);
        WherePane voucher = new WherePane("voucher", model.voucher);
        Halves where = new Halves(GAP, money, voucher);
        cause.setId("cause");
        cause.setAccessibleRole(AccessibleRole.TEXT);
        since.setId("since");
        others.setId("others");
        VBox all = new VBox(GAP, since, cause, others);
        scroll.setContent(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        actions.setId("actions");
        actions.getStyleClass().add("case-actions");
        actions.setMinHeight(USE_PREF_SIZE);
        VBox card = new VBox(GAP, scroll, actions);
        card.setId("found");
        card.getStyleClass().addAll("card", "case");
        card.setMinHeight(0);
        VBox.setVgrow(card, Priority.ALWAYS);
        getChildren().setAll(where, card);
        model.causes.addListener((_, _, _) -> showCause());
        model.shown.addListener((_, _, _) -> showCause());
        model.considered.addListener((_, _, _) -> showOthers());
        model.since.addListener((_, _, _) -> showSince());
        model.choices.addListener((_, _, now) -> showActions(now));
        showCause();
        showSince();
        showActions(model.choices.get());
    }

    void focusMain() {
        if (!buttons.isEmpty()) buttons.getFirst().requestFocus();
    }

    /** So many pages on. */
    void scrolls(int pages) {
        scroll.setVvalue(Math.clamp(scroll.getVvalue() + pages * PAGE, 0, 1));
    }

    /** What has the focus is seen. */
    private void intoSight(Node node) {
        double hidden = scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight();
        if (hidden <= 0) return;
        double top = scroll.getContent().sceneToLocal(node.localToScene(0, 0)).getY();
        scroll.setVvalue(Math.clamp((top - scroll.getViewportBounds().getHeight() / 2) / hidden, 0, 1));
    }

    // The cause.

    private void showCause() {
        List<CausePicture> causes = model.causes.get();
        if (model.shown.get() >= causes.size()) return;
        CausePicture shown = causes.get(model.shown.get());
        Label title = wrapped(shown.title(), "heading");
        title.setId("cause-title");
        HBox head = new HBox(GAP, title);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(USE_PREF_SIZE);
        if (!shown.code().isEmpty()) {
            Label code = new Label(shown.code());
            code.setId("cause-code");
            code.getStyleClass().addAll("tag", "bad");
            code.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(code);
        }
        List<Node> parts = new ArrayList<>();
        parts.add(head);
        Label tells = wrapped(shown.tells(), "tells");
        tells.setId("cause-tells");
        parts.add(tells);
        for (int i = 0; i < shown.steps().size(); i++)
            parts.add(step(i + 1, shown.steps().get(i)));
        if (!shown.because().isEmpty()) parts.add(wrapped(shown.because(), "muted", "small"));
        cause.getChildren().setAll(parts);
        cause.setAccessibleText(
                String.join(" ", shown.title(), shown.code(), shown.tells(), String.join(" ", shown.steps())));
        cause.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        showOthers();
    }

    private static HBox step(int number, String text) {
        Label mark = new Label(Integer.toString(number));
        mark.getStyleClass().add("step-mark");
        mark.setAlignment(Pos.CENTER);
        Label sentence = wrapped(text);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row = new HBox(GAP, mark, sentence);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(USE_PREF_SIZE);
        return row;
    }

    private void showOthers() {
        List<CausePicture> causes = model.causes.get();
        List<Node> rows = new ArrayList<>();
        if (causes.size() > 1) rows.add(wrapped(words.text("others"), "muted", "small"));
        for (int i = 0; i < causes.size(); i++) {
            if (i == model.shown.get()) continue;
            int place = i;
            CausePicture one = causes.get(i);
            KeyButton row = new KeyButton(Choice.plain(
                    "cause-" + (place + 1), one.name() + "  " + one.code(), "", () -> interactor.show(place)));
            row.setMinHeight(FINGER);
            row.focusedProperty().addListener((_, _, focused) -> {
                if (focused) intoSight(row);
            });
            rows.add(row);
        }
        if (!model.considered.get().isEmpty()) rows.add(wrapped(model.considered.get(), "muted", "small"));
        others.getChildren().setAll(rows);
    }

    private void showSince() {
        List<Node> rows = new ArrayList<>();
        if (!model.since.get().isEmpty()) {
            rows.add(wrapped(words.text("since"), "muted", "small"));
            model.since.get().forEach(line -> rows.add(wrapped(line, "since-line")));
        }
        since.getChildren().setAll(rows);
        since.setVisible(!rows.isEmpty());
        since.setManaged(!rows.isEmpty());
        since.getStyleClass().setAll("since");
    }

    private static Label wrapped(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** A button that stays is the same one, and keeps the focus. */
    private void showActions(List<Choice> choices) {
        while (buttons.size() > choices.size()) actions.getChildren().remove(buttons.removeLast());
        for (int i = 0; i < choices.size(); i++) {
            if (i == buttons.size()) {
                KeyButton made = new KeyButton();
                buttons.add(made);
                actions.getChildren().add(made);
            }
            double width = choices.get(i).weight() == Choice.Weight.MAIN ? MAIN : BUTTON;
            buttons.get(i).setMinWidth(width);
            buttons.get(i).setPrefWidth(width);
            buttons.get(i).show(choices.get(i));
        }
    }
}
