package tillbook.journal.search;

/** Where a sale's voucher is. */
public enum VoucherState {
    /** The sale is not paid in full, so none is owed. */
    NONE,
    /** Owed from the very record that completed the payment. */
    OWED,
    /** A person gave it in another way. */
    GIVEN,
    /** The customer did not want it. */
    WAIVED
}
