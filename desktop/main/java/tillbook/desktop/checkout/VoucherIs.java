package tillbook.desktop.checkout;

import tillbook.printing.PrintJobState;

/** Where the voucher is: the second of the two questions. */
public enum VoucherIs {
    /** Nothing is paid, so none is due. */
    NOT_DUE,
    /** It is decided with the outcome of the payment. */
    AFTER_THE_OUTCOME,
    /** Owed, and waiting in the queue of the printer. */
    QUEUED,
    /** Owed, and waiting for a person. */
    HELD,
    /** At the printer, which has not said yet that it is printed. */
    PRINTING,
    /** Perhaps it came out: nobody knows, and a person looks. */
    UNKNOWN,
    /** Printed, given in another way, or not wanted. */
    SETTLED;

    /** Where the voucher is whose sheet stands so. */
    public static VoucherIs of(PrintJobState job) {
        return switch (job) {
            case HELD -> HELD;
            case QUEUED -> QUEUED;
            case SENDING, SENT -> PRINTING;
            case UNKNOWN -> UNKNOWN;
            case CONFIRMED, UNCONFIRMABLE -> SETTLED;
        };
    }
}
