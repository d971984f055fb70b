package tillbook.payment;

/** Where one attempt to take money stands. Every arrow is a durable record before the next message leaves. */
public enum AttemptState {
    /** Amount, provider and order number are journalled; nothing was sent. */
    CREATED,
    /** Committed before the socket opened; the answer is not there yet. */
    SENDING,
    /** The provider says that the customer must confirm on the phone. */
    PENDING,
    /** Nothing is proven: the provider is being asked. */
    UNKNOWN,
    /** It was decided, for good, that this order shall not stand; a success that comes now is given back. */
    CANCELLING,
    /** Cancelled without a trade ever seen: it may still arrive, and then goes back. */
    WATCH,
    /** Proven by the provider's signed word: the money moved. */
    PAID,
    /** Refused for good. */
    DECLINED,
    /** Closed by the provider, unpaid. */
    CLOSED,
    /** Never sent. */
    VOID,
    /** Cancelled, and a query confirmed it: unpaid, or the money went back. */
    REVERSED,
    /** Watched to the end, and no trade ever came. */
    NOT_FOUND,
    /** A signed word that contradicts what was asked: a supervisor looks, nothing is cancelled by itself. */
    ANOMALY,
    /** Only a person can end this: the provider refuses what is right, or the customer kept the goods unpaid. */
    NEEDS_PERSON;

    /** Nothing more will happen by itself, and this order holds none of the customer's money, or it is PAID. */
    public boolean isFinal() {
        return switch (this) {
            case PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND -> true;
            case CREATED, SENDING, PENDING, UNKNOWN, CANCELLING, WATCH, ANOMALY, NEEDS_PERSON -> false;
        };
    }
}
