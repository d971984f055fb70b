package tillbook.desktop.diagnosis.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.KeyButton;
import tillbook.desktop.checkout.screen.SaidStrip;
import tillbook.desktop.diagnosis.screen.WizardModel.Step;

/** The wizard as it is drawn: how far one has come above, and below either what may be seen or what was found. Owned by the drawing thread. */
final class WizardView extends BorderPane {
    private static final double WIDE_FROM = 1_200;
    private static final double WIDE = 500;
    private static final double NARROW = 392;
    private static final double GAP = 12;
    private static final double BACK = 200;

    /** Longer than scanners pause between two keys. */
    private static final Duration ALONE = Duration.millis(200);

    private static final Map<KeyCode, String> KEYS = Map.ofEntries(
            Map.entry(KeyCode.F3, "F3"),
            Map.entry(KeyCode.F5, "F5"),
            Map.entry(KeyCode.F6, "F6"),
            Map.entry(KeyCode.F7, "F7"),
            Map.entry(KeyCode.F8, "F8"),
            Map.entry(KeyCode.F12, "F12"),
            Map.entry(KeyCode.ESCAPE, "Esc"));

    private final WizardModel model;
    private final WizardInteractor interactor;
    private final SymptomPane symptoms;
    private final ChecksPane checks;
    private final CausePane causes;
    private final HBox found;
    private final PauseTransition digit = new PauseTransition(ALONE);

    WizardView(WizardModel model, WizardInteractor interactor, WizardWords words) {
        this.model = model;
        this.interactor = interactor;
        this.symptoms = new SymptomPane(model, words);
        this.checks = new ChecksPane(model, words);
        this.causes = new CausePane(model, interactor, words);
        getStyleClass().addAll("till-window", "wizard");
        setTop(top(words));
        this.found = new HBox(GAP, checks, causes);
        HBox.setHgrow(causes, Priority.ALWAYS);
        found.setMinHeight(0);
        StackPane stage = new StackPane(symptoms, found);
        stage.setMinHeight(0);
        VBox.setVgrow(stage, Priority.ALWAYS);
        VBox body = new VBox(GAP, said(), stage);
        body.getStyleClass().add("till-body");
        setCenter(body);
        widthProperty().addListener((_, _, width) -> narrow(width.doubleValue()));
        narrow(0);
        model.step.addListener((_, before, now) -> {
            arrange();
            if (before != now && now != Step.AGAIN) focusHome();
        });
        arrange();
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void narrow(double width) {
        double column = width < WIDE_FROM ? NARROW : WIDE;
        checks.setMinWidth(column);
        checks.setPrefWidth(column);
        checks.setMaxWidth(column);
    }

    private VBox top(WizardWords words) {
        Label title = new Label();
        title.setId("wizard-title");
        title.getStyleClass().add("brand");
        title.textProperty().bind(model.title);
        title.setWrapText(true);
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        KeyButton back =
                new KeyButton(Choice.plain("leave", words.text("leave"), "Esc", () -> interactor.leave(Next.CHECKOUT)));
        back.setMinWidth(BACK);
        back.setPrefWidth(BACK);
        HBox bar = new HBox(title, stepLine(words), back);
        bar.getStyleClass().addAll("till-bar", "top", "journal-bar");
        VBox top = new VBox(bar);
        if (words.practice()) {
            HBox band = new HBox(new Label(words.text("practice")));
            band.getStyleClass().add("practice-band");
            top.getChildren().addFirst(band);
        }
        return top;
    }

    /** The four steps, the one that is under way in the text's own colour. */
    private HBox stepLine(WizardWords words) {
        HBox line = new HBox(6);
        line.setId("steps");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(Region.USE_PREF_SIZE);
        Runnable show = () -> {
            List<Node> all = new ArrayList<>();
            for (Step step : Step.values()) {
                if (!all.isEmpty()) all.add(faint("›"));
                Label label = faint(words.text("step." + step));
                if (step == here()) label.getStyleClass().setAll("label", "small", "here");
                all.add(label);
            }
            line.getChildren().setAll(all);
            line.setAccessibleText(words.text("step.now", words.text("step." + here())));
        };
        line.setAccessibleRole(AccessibleRole.TEXT);
        model.step.addListener((_, _, _) -> show.run());
        model.since.addListener((_, _, _) -> show.run());
        show.run();
        return line;
    }

    /** Once something came to its end, the person is at the last step. */
    private Step here() {
        Step step = model.step.get();
        return step == Step.CAUSE && !model.since.get().isEmpty() ? Step.AGAIN : step;
    }

    private static Label faint(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private SaidStrip said() {
        SaidStrip strip = new SaidStrip();
        model.said.addListener((_, _, said) -> strip.says(said.tone(), said.sentence()));
        strip.says(model.said.get().tone(), model.said.get().sentence());
        return strip;
    }

    private void arrange() {
        boolean choosing = model.step.get() == Step.CHOOSE;
        is(symptoms, choosing);
        is(found, !choosing);
    }

    private static void is(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    /** Gives the focus to the thing to do now. */
    void focusHome() {
        if (model.step.get() == Step.CHOOSE) symptoms.focusLikely();
        else causes.focusMain();
    }

    private void pressed(KeyEvent event) {
        digit.stop();
        if (event.getCode().isDigitKey()) awaitsAlone(digitOf(event.getCode()));
        boolean done = switch (event.getCode()) {
            case ENTER -> enter();
            case UP -> model.step.get() == Step.CHOOSE && symptoms.moves(-1);
            case DOWN -> model.step.get() == Step.CHOOSE && symptoms.moves(1);
            case PAGE_UP -> scrolls(-1);
            case PAGE_DOWN -> scrolls(1);
            default -> interactor.key(KEYS.getOrDefault(event.getCode(), ""));
        };
        if (done) event.consume();
    }

    /** Of the row above the letters, or of the number block. */
    static String digitOf(KeyCode code) {
        String name = code.getName();
        return name.substring(name.length() - 1);
    }

    private boolean scrolls(int pages) {
        checks.scrolls(pages);
        causes.scrolls(pages);
        return true;
    }

    /** A digit that another key follows at once is a part of a scan, and chooses nothing. */
    private void awaitsAlone(String key) {
        digit.setOnFinished(_ -> interactor.key(key));
        digit.playFromStart();
    }

    private boolean enter() {
        if (!(getScene().getFocusOwner() instanceof Button button)) return false;
        button.fire();
        return true;
    }
}
