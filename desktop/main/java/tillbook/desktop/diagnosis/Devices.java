package tillbook.desktop.diagnosis;

import java.util.Optional;
import tillbook.diagnosis.check.Probes.PrinterProbe;
import tillbook.diagnosis.check.Probes.ScannerProbe;

/**
 * What is attached, for the checks. Immutable.
 *
 * @param printer empty where the settings name none
 * @param scanner empty where nobody watches it
 */
public record Devices(Optional<PrinterProbe> printer, Optional<ScannerProbe> scanner) {
    /** No device is known. */
    public static final Devices NONE = new Devices(Optional.empty(), Optional.empty());
}
