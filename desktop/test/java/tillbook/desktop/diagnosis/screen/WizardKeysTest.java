package tillbook.desktop.diagnosis.screen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class WizardKeysTest {
    @Test
    void aDigitIsADigitInTheRowAndOnTheNumberBlock() {
        for (KeyCode code : KeyCode.values()) {
            if (!code.isDigitKey()) continue;
            String digit = code.name().replaceAll("\\D", "");
            assertEquals(digit, WizardView.digitOf(code), code::name);
        }
    }
}
