package tillbook.desktop.diagnosis.screen;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The answer to one of the two questions that come before every trouble. Owned by the drawing thread. */
final class WherePane extends VBox {
    private final Label question = label("muted", "small");
    private final Label answer = label("answer");
    private final Label more = label("more");

    WherePane(String id, ObservableValue<Where> where) {
        super(4);
        setId("where-" + id);
        answer.setId("where-" + id + "-answer");
        setAccessibleRole(AccessibleRole.TEXT);
        getChildren().setAll(question, answer, more);
        where.addListener((_, _, now) -> show(now));
        show(where.getValue());
    }

    private void show(Where now) {
        getStyleClass().setAll("where", now.tone().style());
        question.setText(now.question());
        answer.setText(now.answer());
        more.setText(now.more());
        setAccessibleText(now.question() + " " + now.answer() + " " + now.more());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
