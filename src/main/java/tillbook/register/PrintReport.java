package tillbook.register;

import org.jspecify.annotations.Nullable;
import tillbook.printing.PrintEvidence;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;

/**
 * What became of a sheet so far. Immutable.
 *
 * @param state QUEUED if not one byte was sent
 * @param fault what is in the way or came between, null if nothing
 * @param isLast nothing more is to be heard of this sheet by itself; false for SENT, and for UNKNOWN while the printer may
 *     still say more
 */
public record PrintReport(PrintJobState state, @Nullable PrinterFault fault, PrintEvidence evidence, boolean isLast) {}
