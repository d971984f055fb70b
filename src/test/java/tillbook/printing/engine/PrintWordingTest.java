package tillbook.printing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;

class PrintWordingTest {
    private static final Measured NOTHING = new Measured("practice", null, 0, 10, 0, null, "");

    @Test
    void everyFaultHasASentenceInBothLanguages() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            PrintWording wording = new PrintWording(language);
            for (PrinterFault fault : PrinterFault.values()) {
                assertFalse(wording.of(fault).startsWith("["), wording.of(fault));
                assertTrue(fault.code().startsWith("PRN-"));
            }
        }
    }

    @Test
    void anOutcomeSaysWhatIsKnownAndWhatToDo() {
        PrintWording wording = new PrintWording(Locale.ENGLISH);
        assertEquals(
                "Nothing was sent to the printer. The cover is open. Close it; printing goes on by itself.",
                wording.of(new PrintOutcome.NotPrinted(PrinterFault.COVER, NOTHING)));
        assertTrue(wording.of(new PrintOutcome.Perhaps(PrinterFault.MUTE, true, NOTHING))
                .startsWith("Nobody knows yet"));
        assertEquals(
                "Printed: the printer said so.",
                wording.of(new PrintOutcome.Confirmed(ConfirmationTier.PROCESS_ID, NOTHING)));
        assertTrue(wording.of(new PrintOutcome.Unconfirmable(NOTHING)).contains("cannot say"));
    }

    @Test
    void theQuestionNamesTheLastFourDigits() {
        assertEquals("尾号 0042 的小票完整印出来了吗？", new PrintWording(Locale.SIMPLIFIED_CHINESE).question("T007K700000042"));
    }
}
