package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class RefusalWindowTest {
    @Test
    void itSaysWhyAndGoesWithItsButton() throws Exception {
        FxToolkit.registerPrimaryStage();
        CountDownLatch closed = new CountDownLatch(1);
        List<String> said = Cashier.onFx(() -> {
            Stage stage = RefusalWindow.stage("SYS-DISK", List.of("The disk is full."), Locale.ENGLISH, closed);
            stage.show();
            List<String> texts = stage.getScene().getRoot().lookupAll(".label").stream()
                    .map(node -> ((Labeled) node).getText())
                    .toList();
            ((Button) stage.getScene().lookup("#close-now")).fire();
            return texts;
        });
        assertEquals(List.of("! The register did not open", "The disk is full.", "SYS-DISK"), said);
        closed.await();
    }
}
