package tillbook.register;

import org.jspecify.annotations.Nullable;
import tillbook.sale.ReceiptNumber;

/** What the register wants of its printer. At most one sheet is under way. */
public sealed interface PrintOrder {
    ReceiptNumber receipt();

    int copy();

    /**
     * Print this sheet; what became of it comes back as inputs, the last of them with nothing more to come.
     *
     * @param copy 0 is the original, which bears no mark
     * @param since when it was ordered, wall time, ms
     * @param by who ordered it, null if it came with the payment
     */
    record Print(
            ReceiptNumber receipt,
            int copy,
            long since,
            @Nullable String by) implements PrintOrder {}

    /** A person knows what became of the sheet: wait for its printer's word no longer. */
    record Forget(ReceiptNumber receipt, int copy) implements PrintOrder {}
}
