package tillbook.desktop.rig;

import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterPort;

/** The way to the practice printer, which the system may refuse to this user as it does a device file. Safe from any thread. */
public final class PracticeWay {
    private volatile boolean denied;

    /** Whether it is refused. */
    public boolean isDenied() {
        return denied;
    }

    /** From now on it is refused, or open; a link that is open stays so. */
    public void denied(boolean isDenied) {
        denied = isDenied;
    }

    /** This way to a printer. */
    public PrinterPort to(PrinterPort printer) {
        return new PrinterPort() {
            @Override
            public String place() {
                return printer.place();
            }

            @Override
            public ConfirmationTier ceiling() {
                return printer.ceiling();
            }

            @Override
            public PortOpening open() {
                return denied ? new PortOpening.Failed(PrinterFault.DENIED, "permission denied") : printer.open();
            }
        };
    }
}
