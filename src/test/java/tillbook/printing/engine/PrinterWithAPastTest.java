package tillbook.printing.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Style;
import tillbook.printing.engine.PrintOutcome.Perhaps;
import tillbook.printing.escpos.EscPosEncoder;
import tillbook.printing.escpos.PrinterProfile;
import tillbook.printing.escpos.PrinterProfiles;

/** A printer to which somebody else spoke before: what it says of that proves nothing of ours. */
class PrinterWithAPastTest {
    private static final PrinterProfile PROFILE =
            PrinterProfiles.shipped().find("epson-cn-80").orElseThrow();

    private static final PrintWitness NOBODY = new PrintWitness() {
        @Override
        public void sending(String sha256, int bytes, ConfirmationTier tier) {}

        @Override
        public void sent() {}
    };

    private final ScriptedPrinter script = new ScriptedPrinter();

    /** The sheet of a register that was closed since comes out on a new roll, and its number is higher than any of ours. */
    @Test
    void theNumberOfSomebodyElsesJobProvesNothing() {
        script.greets(0x37, 0x22, 0x7E, 0x7E, 0x7E, 0x7E, 0x00);
        try (Printer printer = printer(ConfirmationTier.PROCESS_ID)) {
            assertInstanceOf(Perhaps.class, printer.print(job("a"), NOBODY));
            assertInstanceOf(Perhaps.class, printer.print(job("b"), NOBODY));
            assertEquals(List.of(), printer.takeLateConfirmed());
        }
    }

    private Printer printer(ConfirmationTier tier) {
        return new Printer(script, tier, Patience.USUAL, script, 1);
    }

    private static PrintJob job(String text) {
        Document document = Document.of(new Element.Text(text, Style.PLAIN), new Element.Rule(), new Element.Cut());
        return new PrintJob(text, new EscPosEncoder(PROFILE).encode(document));
    }
}
