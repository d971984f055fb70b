package tillbook.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Whoever looks strictly must be seen to notice. */
class ScreenAuditTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void aGoodScreenHasNoFault() throws Exception {
        assertEquals(List.of(), faults(() -> label("收款 Payment ￥12.80", 400, "-fx-text-fill: #1b2330;")));
    }

    @Test
    void aCutTextIsNoticed() throws Exception {
        assertFault("cut", () -> label("much too long for so little room", 60, "-fx-text-fill: #1b2330;"));
    }

    @Test
    void aTextThatRunsOutOfTheWindowIsNoticed() throws Exception {
        assertFault("out of the window", () -> {
            Label label = label("outside", 200, "-fx-text-fill: #1b2330;");
            label.setLayoutX(380);
            return label;
        });
    }

    @Test
    void weakTextIsNoticed() throws Exception {
        assertFault("contrast", () -> label("grey on white", 400, "-fx-text-fill: #aaaaaa;"));
    }

    @Test
    void smallTextIsNoticed() throws Exception {
        assertFault("too small", () -> label("fine print", 400, "-fx-text-fill: #1b2330; -fx-font-size: 13px;"));
    }

    @Test
    void aCharacterThatNoFontHasIsNoticed() throws Exception {
        assertFault("no glyph", () -> label("a \uEFF4 b", 400, "-fx-text-fill: #1b2330;"));
    }

    private void assertFault(String kind, Supplier<Label> label) throws Exception {
        List<String> faults = faults(label);
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.getFirst().startsWith(kind), faults::toString);
    }

    private static Label label(String text, double width, String style) {
        Label label = new Label(text);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        label.setStyle(style);
        return label;
    }

    private List<String> faults(Supplier<Label> label) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
                    Pane pane = new Pane(label.get());
                    pane.setStyle("-fx-background-color: white; -fx-font-size: 15px;");
                    return ScreenAudit.faults(new Scene(pane, 420, 100), folder.resolve("screen.png"));
                })
                .get();
    }
}
