package tillbook.desktop.diagnosis;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tillbook.desktop.printing.PrintDesk;
import tillbook.desktop.printing.PrinterSeen;
import tillbook.diagnosis.check.Probes.PrinterProbe;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrinterLook;

/**
 * The printer of a register at work; looked at between two sheets. Immutable.
 *
 * @param enabled whether the settings have receipts printed now
 */
record PrinterOfTheTill(PrintDesk desk, BooleanSupplier enabled) implements PrinterProbe {
    private static final long LOOK_WITHIN_MS = 4_000;

    @Override
    public String place() {
        return desk.place();
    }

    @Override
    public boolean automatic() {
        return enabled.getAsBoolean();
    }

    @Override
    public PrinterLook look() {
        return heard(desk.look(), desk::seen, LOOK_WITHIN_MS);
    }

    /**
     * A sheet of the register's own takes longer than anybody waits for a look: no other program holds the printer then.
     * What went wrong amid the sheet is known from it.
     */
    static PrinterLook heard(Future<PrinterLook> look, Supplier<PrinterSeen> seen, long withinMs) {
        try {
            return look.get(withinMs, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            PrinterFault fault = seen.get().fault();
            return fault == null ? new PrinterLook.Silent() : new PrinterLook.Away(fault, "amid a sheet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PrinterLook.Silent();
        }
    }
}
