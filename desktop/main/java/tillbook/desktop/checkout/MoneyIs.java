package tillbook.desktop.checkout;

import tillbook.payment.AttemptState;

/** Where the money is: the first of the two questions. */
public enum MoneyIs {
    /** Nothing was asked of anybody. */
    NOT_ASKED,
    /** Proven: the customer has not paid. */
    NOT_PAID,
    /** Under way or unknown: the provider is being asked. */
    BEING_CHECKED,
    /** It was cancelled; what was taken or still comes goes back by itself. */
    GOING_BACK,
    /** Proven by a query after the cancel: unpaid, or given back. */
    BACK,
    /** Proven by the provider, or counted. */
    PAID,
    /** Only a person can tell. */
    FOR_A_PERSON;

    /** Where it is while an attempt stands so. */
    public static MoneyIs of(AttemptState state) {
        return switch (state) {
            case CREATED -> NOT_ASKED;
            case SENDING, PENDING, UNKNOWN -> BEING_CHECKED;
            case CANCELLING, WATCH -> GOING_BACK;
            case PAID -> PAID;
            case DECLINED, CLOSED, VOID, NOT_FOUND -> NOT_PAID;
            case REVERSED -> BACK;
            case ANOMALY, NEEDS_PERSON -> FOR_A_PERSON;
        };
    }
}
