package tillbook.journal.search;

/** Where a sale stands. */
public enum SaleState {
    /** The amount is fixed, and no tender is paid. */
    OPEN,
    /** Some of its tenders are paid, not all. */
    PART_PAID,
    /** Paid in full. */
    PAID,
    /** Back in the basket: it may come again under the same number. */
    RELEASED,
    /** Ended without money. */
    ABANDONED
}
