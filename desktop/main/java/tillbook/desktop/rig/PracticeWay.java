package tillbook.desktop.rig;

import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;
import tillbook.printing.port.PortOpening;
import tillbook.printing.port.PrinterLink;
import tillbook.printing.port.PrinterPort;

/** The way to the practice printer, which the system may refuse to this user as it does a device file. Safe from any thread. */
public final class PracticeWay {
    private volatile boolean denied;
    private volatile @Nullable PrinterLink open;

    /** Whether it is refused. */
    public boolean isDenied() {
        return denied;
    }

    /** From now on it is refused, or open. A link that stands would go on for ever, so it is cut when the way is refused. */
    public void denied(boolean isDenied) {
        denied = isDenied;
        PrinterLink link = open;
        if (isDenied && link != null) link.close();
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
                if (denied) return new PortOpening.Failed(PrinterFault.DENIED, "permission denied");
                PortOpening opening = printer.open();
                if (opening instanceof PortOpening.Open(PrinterLink link)) open = link;
                return opening;
            }
        };
    }
}
