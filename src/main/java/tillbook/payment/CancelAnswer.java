package tillbook.payment;

import org.jspecify.annotations.Nullable;

/** Everything a provider can answer to a cancel (撤销). None of it is final by itself: a query confirms. */
public sealed interface CancelAnswer {
    /** What is kept of the exchange that brought this answer. */
    Exchange exchange();

    /** Signed: taken, with what it did. */
    record Accepted(Action action, @Nullable String tradeNumber, Exchange exchange) implements CancelAnswer {}

    /** Signed: not now ({@code retry_flag=Y}, payer is typing, system error); send it again. */
    record Retry(Exchange exchange) implements CancelAnswer {}

    /** Signed: this trade cannot be cancelled any more (too late, finished, no balance). A query tells where it stands. */
    record Refused(Exchange exchange) implements CancelAnswer {}

    /** Nothing is proven; send it again. */
    record Unknown(UnknownReason reason, Exchange exchange) implements CancelAnswer {}

    /** What an accepted cancel did. */
    enum Action {
        /** An unpaid trade was closed. */
        CLOSE,
        /** A paid trade was given back. */
        REFUND,
        /** No trade was seen: it may still arrive, so it is watched. */
        NONE
    }
}
