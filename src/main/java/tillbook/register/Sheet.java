package tillbook.register;

import org.jspecify.annotations.Nullable;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;

/**
 * One sheet of paper of a receipt, as far as it has come. Immutable.
 *
 * @param copy 0 is the original, the only one without a mark
 * @param since when it was last ordered or released, wall time, ms: from then on somebody waits for it
 * @param fault what is in its way or came between, null if nothing is known to be
 * @param by who ordered or released it, null if it came with the payment
 */
public record Sheet(
        int copy,
        PrintJobState state,
        long since,
        @Nullable PrinterFault fault,
        @Nullable String by) {

    /** The receipt that comes with a payment. */
    static Sheet original(PrintJobState state, long since) {
        return new Sheet(0, state, since, null, null);
    }

    static Sheet ordered(int copy, long at, String by) {
        return new Sheet(copy, PrintJobState.QUEUED, at, null, by);
    }

    Sheet released(long at, String who) {
        return new Sheet(copy, PrintJobState.QUEUED, at, null, who);
    }

    Sheet in(PrintJobState next, @Nullable PrinterFault why) {
        return new Sheet(copy, next, since, why, by);
    }

    /** Not one byte of it was ever sent. */
    public boolean isUnspent() {
        return switch (state) {
            case QUEUED, HELD -> true;
            case SENDING, SENT, CONFIRMED, UNKNOWN, UNCONFIRMABLE -> false;
        };
    }

    /** Bytes of it are on their way, or a printer was not heard of since. */
    public boolean isUnderWay() {
        return state == PrintJobState.SENDING || state == PrintJobState.SENT;
    }

    /** Whether a word of the printer or of a person that it is printed ends it. */
    static boolean ends(PrintJobState state) {
        return switch (state) {
            case CONFIRMED, UNCONFIRMABLE -> true;
            case QUEUED, HELD, SENDING, SENT, UNKNOWN -> false;
        };
    }
}
