package tillbook.desktop.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tillbook.desktop.printing.PrinterSeen;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrinterLook;

/** What is said of a printer that is at a sheet of the register's own. */
class PrinterOfTheTillTest {
    @Test
    void aLongSheetOfItsOwnIsNoOtherProgram() {
        assertEquals(new PrinterLook.Silent(), heard(new CompletableFuture<>(), null));
    }

    @Test
    void whatWentWrongAmidTheSheetIsSaid() {
        assertEquals(
                new PrinterLook.Away(PrinterFault.COVER, "amid a sheet"),
                heard(new CompletableFuture<>(), PrinterFault.COVER));
    }

    @Test
    void anAnswerIsHandedOn() {
        PrinterLook gone = new PrinterLook.Away(PrinterFault.GONE, "unplugged");
        assertEquals(gone, heard(CompletableFuture.completedFuture(gone), null));
    }

    private static PrinterLook heard(CompletableFuture<PrinterLook> look, @Nullable PrinterFault seen) {
        return PrinterOfTheTill.heard(
                look, () -> new PrinterSeen(1, seen, false, false, ConfirmationTier.PROCESS_ID), 1);
    }
}
