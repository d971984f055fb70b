package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** What the wizard does where the settings are the cause. */
class WizardSettingsTest extends AtTheWindow {
    @Override
    void prepare(Path home) throws IOException {
        Path settings = home.resolve("data/practice/settings.toml");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "mode = \"practice\"\n[printer]\nenabled = false\n");
    }

    @Test
    void theSettingsAreOpenedAndWhereNobodyOpensThemTheirPlaceIsSaid() {
        cashier.touches("light-printer");
        cashier.touches("find-trouble");
        cashier.seesText("cause-code", "SET-PRINT-OFF");
        cashier.presses(KeyCode.F12);
        cashier.seesText("said", "另一个窗口");
        assertEquals(shop.till.folder().settings(), shop.opensFiles.get());
        cashier.presses(KeyCode.F12);
        cashier.seesText("said", "tillbook settings check");
        cashier.seesText("said", shop.till.folder().settings().toString());
        cashier.presses(KeyCode.ESCAPE);
        cashier.seesThing("lines");
    }
}
