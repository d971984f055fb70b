package tillbook.register;

import tillbook.printing.ConfirmationTier;
import tillbook.sale.ReceiptNumber;

/** Where a printer tells the register of its sheets. Safe from any thread. */
public interface PrintInbox {
    /**
     * The first byte of a sheet is about to leave. Waits until that is durable.
     *
     * @param place of the printer
     * @param sha256 of the bytes, as hex
     * @return false if it must not leave: nobody wants the sheet any more, or it cannot be written down
     */
    boolean printBegins(ReceiptNumber receipt, int copy, String place, String sha256, int bytes, ConfirmationTier tier);

    /** What became of a sheet so far. */
    void printReported(ReceiptNumber receipt, int copy, PrintReport report);
}
