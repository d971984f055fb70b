package tillbook.printing.engine;

import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;

/** What became of a sheet, as far as it is known, and what that rests on. Immutable. */
public sealed interface PrintOutcome {
    Measured measured();

    /** Where the job stands after it. */
    PrintJobState state();

    /**
     * The printer said that it is printed.
     *
     * @param by PROCESS_ID, or the weaker BARRIER
     */
    record Confirmed(ConfirmationTier by, Measured measured) implements PrintOutcome {
        @Override
        public PrintJobState state() {
            return PrintJobState.CONFIRMED;
        }
    }

    /** All of it was taken, nothing is known to be wrong, and this printer cannot say more. */
    record Unconfirmable(Measured measured) implements PrintOutcome {
        @Override
        public PrintJobState state() {
            return PrintJobState.UNCONFIRMABLE;
        }
    }

    /** Not one byte was sent: the next try is still the original. */
    record NotPrinted(PrinterFault fault, Measured measured) implements PrintOutcome {
        @Override
        public PrintJobState state() {
            return PrintJobState.QUEUED;
        }
    }

    /**
     * Begun, and nobody knows: perhaps all, perhaps a part, perhaps nothing is on paper. From here on only marked copies.
     *
     * @param fault what came between
     * @param mayStillCome whether {@link Printer#listen} can bring certainty; otherwise only a person can
     */
    record Perhaps(PrinterFault fault, boolean mayStillCome, Measured measured) implements PrintOutcome {
        @Override
        public PrintJobState state() {
            return PrintJobState.UNKNOWN;
        }
    }
}
