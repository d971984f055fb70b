package tillbook.desktop.window;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import tillbook.desktop.fx.FxBridge;
import tillbook.desktop.fx.Look;
import tillbook.desktop.fx.Theme;
import tillbook.text.Texts;

/** Says why the register did not open, to whoever started it without a terminal. */
public final class RefusalWindow {
    private static final double WIDTH = 640;
    private static final double GAP = 14;

    private RefusalWindow() {}

    /** Shows it and waits until it is closed; for the thread that started the program. */
    public static void show(String code, List<String> sentences, Locale language) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        FxBridge.later(() -> stage(code, sentences, language, closed).show());
        closed.await();
    }

    static Stage stage(String code, List<String> sentences, Locale language, CountDownLatch closed) {
        Texts texts = Texts.of("desktop.checkout.screen", language);
        VBox card = new VBox(GAP);
        card.getStyleClass().addAll("state-card", "bad");
        card.getChildren().add(label("! " + texts.text("not-opened.title"), "title"));
        sentences.forEach(sentence -> card.getChildren().add(label(sentence, "para")));
        if (!code.isEmpty()) card.getChildren().add(label(code, "fine"));
        Button close = new Button(texts.text("closing.yes"));
        close.setId("close-now");
        close.setDefaultButton(true);
        close.setCancelButton(true);
        close.setMinSize(120, 48);
        VBox root = new VBox(GAP, card, close);
        root.getStyleClass().addAll("till-window", "till-body");
        Stage stage = new Stage();
        stage.setTitle("明账 Tillbook");
        stage.setScene(new Scene(root, WIDTH, VBox.USE_COMPUTED_SIZE));
        stage.setOnHidden(_ -> closed.countDown());
        close.setOnAction(_ -> stage.hide());
        Theme.everywhere(Look.LIGHT).dress(stage.getScene());
        return stage;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
