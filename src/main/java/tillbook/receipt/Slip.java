package tillbook.receipt;

/** Anything that a shop hands out on paper, as facts. Immutable. */
public sealed interface Slip permits Receipt, RefundSlip, HeldSlip, TestPage {
    /** Who hands it out. */
    Merchant merchant();

    /** Whether no real money moved, which the paper says on top. */
    boolean practice();
}
