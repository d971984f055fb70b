package tillbook.printing.port;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;

/**
 * A printer that the system shows as a file: {@code /dev/usb/lp0}. Both ways carry bytes with most printers; one that is
 * opened for writing alone can say nothing. Immutable.
 *
 * @param path of the device
 * @param answers whether to listen as well
 */
public record DevicePort(Path path, boolean answers) implements PrinterPort {
    @Override
    public String place() {
        return path.toString();
    }

    @Override
    public ConfirmationTier ceiling() {
        return answers ? ConfirmationTier.PROCESS_ID : ConfirmationTier.SILENT;
    }

    @Override
    public PortOpening open() {
        if (!Files.exists(path)) return failed(PrinterFault.GONE, "no such device");
        if (!Files.isWritable(path) || (answers && !Files.isReadable(path))) {
            return failed(PrinterFault.DENIED, "permission denied");
        }
        try {
            return new PortOpening.Open(new DeviceLink(Device.open(path, answers), place(), () -> Files.exists(path)));
        } catch (IOException e) {
            // The system's reasons come in the system's language. What is there and allowed, and yet refused, is in
            // use.
            return failed(Files.exists(path) ? PrinterFault.BUSY : PrinterFault.GONE, String.valueOf(e.getMessage()));
        }
    }

    private static PortOpening failed(PrinterFault fault, String detail) {
        return new PortOpening.Failed(fault, detail);
    }
}
