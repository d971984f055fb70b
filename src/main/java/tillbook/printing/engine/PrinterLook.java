package tillbook.printing.engine;

import tillbook.printing.PrinterFault;

/** How a printer is at this moment, for a light on the screen. Immutable. */
public sealed interface PrinterLook {
    /** It answers; whether it is well stands in the status. */
    record Here(PrinterStatus status) implements PrinterLook {}

    /** The way is open and it says nothing: cannot tell. */
    record Silent() implements PrinterLook {}

    /** It cannot be reached, or does not answer as it used to. */
    record Away(PrinterFault fault, String detail) implements PrinterLook {}
}
