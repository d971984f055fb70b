package tillbook.journal.search;

/** Where a sale's voucher is. */
public enum VoucherState {
    /** The sale is not paid in full, so none is owed. */
    NONE,
    /** Owed from the very record that completed the payment. */
    OWED,
    /** A printer or a person said that it is printed. */
    PRINTED,
    /** Given to a printer that cannot say more, and nobody said that it did not come out. */
    UNCONFIRMED,
    /** A person gave it in another way. */
    GIVEN,
    /** The customer did not want it. */
    WAIVED
}
