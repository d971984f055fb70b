package tillbook.register;

/** Why the register does not do what was wanted. Nothing has changed; each has a sentence in both languages. */
public enum Refusal {
    /** No line on the counter and no sale to pay. */
    NOTHING_TO_PAY,
    /** The sale is being paid already; the second scan joins the first. Argument: order number. */
    ALREADY_BEING_PAID,
    /** An earlier attempt has no outcome yet, so no other money may be taken. Argument: order number. */
    OUTCOME_FIRST,
    /** A sale of nothing cannot be paid by code. */
    AMOUNT_IS_ZERO,
    /** Below the least amount of the settings. Argument: the limit. */
    AMOUNT_TOO_LOW,
    /** Above the largest amount of the settings. Argument: the limit. */
    AMOUNT_TOO_HIGH,
    /** Less cash than due. Argument: what is due. */
    CASH_SHORT,
    /** This provider is not set up. Argument: provider. */
    PROVIDER_NOT_READY,
    /** 99 attempts for one sale. */
    ATTEMPTS_USED_UP,
    /** Too few bytes are set aside on the disk to be sure that the outcome can be written down. */
    DISK_FULL,
    /** The journal cannot be written; nothing may be sold until it can. */
    JOURNAL_BROKEN,
    /** The tape was written by a newer Tillbook. */
    READ_ONLY,
    /** Too many lines lie in unpaid sales: end some of them first. */
    TRAY_FULL,
    NO_SUCH_LINE,
    BASKET_FULL,
    /** The quantity makes the line too dear, or its discount larger than the line. */
    LINE_TOO_LARGE,
    /** More is to be taken off than there is. Argument: what there is, yuan. */
    DISCOUNT_TOO_LARGE,
    /** Neither a line nor an unpaid sale is on the counter. */
    NOTHING_TO_HOLD,
    /** As many baskets are held as may be. Argument: how many. */
    HELD_FULL,
    /** No basket is held under this number. Argument: the number. */
    NO_SUCH_HELD,
    /** Something lies on the counter already. */
    BASKET_NOT_EMPTY,
    /** No payment is under way. */
    NOTHING_TO_STOP,
    /** Say first whether the customer keeps the goods. Argument: order number. */
    SAY_WHERE_THE_GOODS_ARE,
    /** It was said before that the customer keeps the goods: giving the money back is a supervisor's. Argument: order number. */
    GOODS_ARE_GONE,
    /** It is being cancelled already. Argument: order number. */
    ALREADY_CANCELLING,
    /** Only a cancel that the provider has not taken can stand in the way of another tender. */
    NOTHING_IN_THE_WAY,
    /** The goods were paid for in another way: this money must go back. */
    PAID_OTHERWISE,
    NO_SUCH_SALE,
    NO_SUCH_ORDER,
    /** Money was taken for this sale in part: complete it or give that back first. */
    PART_PAID,
    /** The machine is still at work on this; a person ends only what no machine can. */
    NOT_FOR_A_PERSON,
    /** No voucher is owed under this number. */
    NO_VOUCHER_OWED,
    /** A sheet of this receipt is at the printer. Argument: receipt number. */
    PRINTING,
    /** Of this sheet it is known what became of it. */
    NOTHING_TO_JUDGE,
    /** As many copies wait for a person's look as may. Argument: how many. */
    TOO_MANY_COPIES,
    /** The register was closed. */
    CLOSED,
    /** A fault of the program; it was noted and the register goes on. Argument: its code. */
    PROGRAM_FAULT
}
