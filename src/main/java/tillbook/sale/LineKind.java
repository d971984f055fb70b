package tillbook.sale;

/** Whether goods go to the customer or come back. */
public enum LineKind {
    SALE,
    RETURN
}
