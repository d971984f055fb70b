package tillbook.payment;

/** Why a provider refused, sorted by what the cashier can do next. */
public enum DeclineReason {
    /** Expired, used or misread: refresh the code on the phone, scan again. */
    NEW_CODE,
    /** Balance, bank, account: another way to pay. */
    PAYER,
    /** An amount over somebody's limit: split, or another way to pay. */
    LIMIT,
    /** The shop's contract or account: the manager calls the provider. */
    MERCHANT,
    /** Keys, app id or parameters: the manager looks at the settings. */
    CONFIG
}
