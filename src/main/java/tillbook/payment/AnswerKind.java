package tillbook.payment;

/** The class of an answer, as the journal keeps it beside the provider's own words. */
public enum AnswerKind {
    PAID,
    PENDING,
    DECLINED,
    CLOSED,
    NO_SUCH_ORDER,
    ANOMALY,
    UNKNOWN,
    NOT_SENT,
    CANCEL_CLOSED,
    CANCEL_REFUNDED,
    CANCEL_SAW_NO_TRADE,
    CANCEL_RETRY,
    CANCEL_REFUSED;

    /** The class of an answer to pay or query. */
    public static AnswerKind of(PaymentAnswer answer) {
        return switch (answer) {
            case PaymentAnswer.Paid _ -> PAID;
            case PaymentAnswer.Pending _ -> PENDING;
            case PaymentAnswer.Declined _ -> DECLINED;
            case PaymentAnswer.Closed _ -> CLOSED;
            case PaymentAnswer.NoSuchOrder _ -> NO_SUCH_ORDER;
            case PaymentAnswer.Anomaly _ -> ANOMALY;
            case PaymentAnswer.Unknown _ -> UNKNOWN;
            case PaymentAnswer.NotSent _ -> NOT_SENT;
        };
    }

    /** The class of an answer to cancel. */
    public static AnswerKind of(CancelAnswer answer) {
        return switch (answer) {
            case CancelAnswer.Accepted accepted ->
                switch (accepted.action()) {
                    case CLOSE -> CANCEL_CLOSED;
                    case REFUND -> CANCEL_REFUNDED;
                    case NONE -> CANCEL_SAW_NO_TRADE;
                };
            case CancelAnswer.Retry _ -> CANCEL_RETRY;
            case CancelAnswer.Refused _ -> CANCEL_REFUSED;
            case CancelAnswer.Unknown _ -> UNKNOWN;
        };
    }

    /** The provider signed this word: it is proof of something, if only of "not now". */
    public boolean isSigned() {
        return this != UNKNOWN && this != NOT_SENT;
    }
}
