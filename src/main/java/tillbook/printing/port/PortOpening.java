package tillbook.printing.port;

import tillbook.printing.PrinterFault;

/** What came of opening a printer. */
public sealed interface PortOpening {
    /** Open; the receiver closes it. */
    record Open(PrinterLink link) implements PortOpening {}

    /**
     * It cannot be opened; not one byte was sent.
     *
     * @param fault GONE, BUSY or DENIED
     * @param detail what the system said, without secrets
     */
    record Failed(PrinterFault fault, String detail) implements PortOpening {}
}
