package tillbook.desktop.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import tillbook.settings.Mode;
import tillbook.settings.Settings;
import tillbook.settings.SettingsAnswer;
import tillbook.settings.SettingsFile;

/** What the till has to say is on the screen, and what a person chooses for the screen is kept. */
class CheckoutNoticesTest extends AtTheWindow {
    /** A folder that other users can read: it is closed to them at the start, and that is told. */
    @Override
    void prepare(Path home) throws IOException {
        Path folder = home.resolve("data").resolve("practice");
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Settings kept() {
        SettingsAnswer answer = new SettingsFile(shop.till.folder().settings(), Mode.PRACTICE).read();
        return assertInstanceOf(SettingsAnswer.Ready.class, answer).settings();
    }

    @Test
    void aNoticeIsShownUntilItIsPutAwayByTouch() {
        cashier.size(1024, 768);
        cashier.seesText("notice", shop.till.notices().getFirst().sentence(Locale.SIMPLIFIED_CHINESE));
        assertEquals("", cashier.tooSmall());
        for (int i = 0; i < shop.till.notices().size(); i++) cashier.touches("notice-understood");
        Cashier.waits(() -> !cashier.sees("notice"), () -> "the strip to go");
        assertTrue(cashier.hasFocus("scan"));
    }

    @Test
    void aNoticeIsPutAwayByKeysAndSellingGoesOnBesideIt() {
        cashier.scans(EGGS);
        lines(1);
        assertTrue(cashier.sees("notice"));
        for (int i = 0; i < 40 && !cashier.hasFocus("notice-understood"); i++) cashier.presses(KeyCode.TAB);
        assertTrue(cashier.hasFocus("notice-understood"));
        cashier.presses(KeyCode.SPACE);
        cashier.scans(MILK);
        lines(2);
    }

    @Test
    void languageAndLookOutliveTheWindow() {
        cashier.presses(KeyCode.F9);
        cashier.touches("look");
        Cashier.waits(() -> Files.exists(shop.till.folder().settings()), () -> "settings are begun");
        Cashier.waits(() -> kept().window().dark(), () -> "dark is kept");
        assertEquals(Locale.SIMPLIFIED_CHINESE, kept().language().locale());
        cashier.touches("language");
        Cashier.waits(() -> kept().language().locale().equals(Locale.ENGLISH), () -> "English is kept");
        assertTrue(kept().window().dark());
    }
}
