package tillbook.payment.alipay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tillbook.payment.UnknownReason;

/** What HTTP made of one request, before anybody asks what the answer means. */
sealed interface Delivery {
    /** From the request handed to the network to the answer read, or to giving up. */
    long latencyMs();

    /**
     * A whole answer with status 200, not yet believed.
     *
     * @param date the server's {@code Date}, null if absent or unreadable
     * @param traceId the provider's id of the exchange, null if it sent none
     */
    record Answered(
            String body, @Nullable Instant date, @Nullable String traceId, long latencyMs) implements Delivery {}

    /**
     * No answer.
     *
     * @param nothingLeft true only if it is proven that the payment code never left
     * @param code for the {@link tillbook.payment.Exchange}, such as {@code timeout}
     */
    record Failed(
            UnknownReason reason,
            boolean nothingLeft,
            String code,
            @Nullable String message,
            @Nullable String traceId,
            long latencyMs)
            implements Delivery {}
}
