package tillbook.desktop.checkout;

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
    /** Given or not wanted. */
    SETTLED
}
