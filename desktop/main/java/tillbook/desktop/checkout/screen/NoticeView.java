package tillbook.desktop.checkout.screen;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A state, an answer or a question: what it is, how much, why, and what may be done. */
final class NoticeView extends VBox {
    private static final double GAP = 12;
    private static final double CHECK_GAP = 14;

    private static final double NARROW_BELOW = 400;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final VBox card = new VBox();
    private final VBox inside = new VBox(8);
    private final Label title = new Label();
    private final FitLabel amount = new FitLabel(Pos.CENTER_LEFT, 54, 44, 36);
    private final VBox paras = new VBox(8);
    private final ProgressBar countdown = new ProgressBar();
    private final VBox checks = new VBox(CHECK_GAP);
    private final Choices choices = new Choices();
    private String told = "";

    NoticeView() {
        super(GAP);
        title.getStyleClass().add("title");
        title.setId("state-title");
        title.setWrapText(true);
        title.setMinHeight(Label.USE_PREF_SIZE);
        amount.getStyleClass().add("amount");
        amount.setId("state-amount");
        paras.setId("state-text");
        countdown.getStyleClass().add("countdown");
        countdown.setId("countdown");
        countdown.setMaxWidth(Double.MAX_VALUE);
        inside.getChildren().setAll(title, amount, paras, countdown);
        ScrollPane scroll = scrolling(inside);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card.getChildren().setAll(scroll);
        card.getStyleClass().add("state-card");
        card.setAccessibleRole(AccessibleRole.TEXT);
        checks.setId("state-checks");
        checks.getStyleClass().addAll("card", "state-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        checks.setMinHeight(USE_PREF_SIZE);
        choices.setMinHeight(USE_PREF_SIZE);
        widthProperty()
                .addListener(
                        (_, _, width) -> title.pseudoClassStateChanged(NARROW, width.doubleValue() < NARROW_BELOW));
        getChildren().setAll(card, checks, choices);
    }

    /** Long sentences on a small screen are scrolled, never cut. */
    static ScrollPane scrolling(javafx.scene.Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        return scroll;
    }

    void show(Panel.Notice notice) {
        card.getStyleClass().setAll("state-card", notice.tone().style());
        title.setText(notice.mark().isEmpty() ? notice.title() : notice.mark() + " " + notice.title());
        present(amount, !notice.amount().isEmpty());
        amount.setText(notice.amount());
        showParas(notice.paras());
        present(countdown, notice.progress() >= 0);
        if (notice.progress() >= 0) countdown.setProgress(notice.progress());
        present(checks, !notice.checks().isEmpty());
        checks.getChildren()
                .setAll(notice.checks().stream().map(NoticeView::check).toList());
        choices.show(notice.choices());
        speak(notice);
    }

    /** A screen reader is told of a new state, not of each second of a countdown. */
    private void speak(Panel.Notice notice) {
        String text = title.getText() + " " + notice.amount();
        if (text.equals(told)) return;
        told = text;
        card.setAccessibleText(text);
        card.notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.TEXT);
    }

    private void showParas(List<Panel.Para> all) {
        while (paras.getChildren().size() > all.size()) paras.getChildren().removeLast();
        for (int i = 0; i < all.size(); i++) {
            if (i == paras.getChildren().size()) {
                Label made = new Label();
                made.setWrapText(true);
                made.setMinHeight(Label.USE_PREF_SIZE);
                paras.getChildren().add(made);
            }
            Label label = (Label) paras.getChildren().get(i);
            label.setText(all.get(i).text());
            label.getStyleClass().setAll("label", style(all.get(i).kind()));
        }
    }

    private static String style(Panel.Para.Kind kind) {
        return switch (kind) {
            case PARA -> "para";
            case SAY -> "say";
            case FINE -> "fine";
        };
    }

    private static HBox check(Panel.Check check) {
        Label mark = new Label(check.mark());
        mark.getStyleClass().addAll("step-mark", check.tone().style());
        Label text = new Label(check.text());
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        Label fine = new Label(check.fine());
        fine.getStyleClass().add("fine");
        fine.setWrapText(true);
        fine.setMinHeight(Label.USE_PREF_SIZE);
        VBox words = check.fine().isEmpty() ? new VBox(text) : new VBox(text, fine);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinHeight(VBox.USE_PREF_SIZE);
        HBox row = new HBox(10, mark, words);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void present(javafx.scene.Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
