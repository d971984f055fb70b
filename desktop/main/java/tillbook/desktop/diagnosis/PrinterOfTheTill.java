package tillbook.desktop.diagnosis;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import tillbook.desktop.printing.PrintDesk;
import tillbook.diagnosis.check.Probes.PrinterProbe;
import tillbook.printing.PrinterFault;
import tillbook.printing.engine.PrinterLook;

/**
 * The printer of a register at work; looked at between two sheets. Immutable.
 *
 * @param enabled whether the settings have receipts printed now
 */
record PrinterOfTheTill(PrintDesk desk, BooleanSupplier enabled) implements PrinterProbe {
    private static final long LOOK_WITHIN_S = 4;

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
        try {
            return desk.look().get(LOOK_WITHIN_S, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException | CancellationException e) {
            return new PrinterLook.Away(PrinterFault.BUSY, "it is at a sheet for more than " + LOOK_WITHIN_S + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new PrinterLook.Away(PrinterFault.BUSY, "nobody waited for the answer");
        }
    }
}
