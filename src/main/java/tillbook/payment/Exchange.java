package tillbook.payment;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of one exchange with a provider: enough for a hotline, nothing that is a secret. Never a key, a payment
 * code or a body.
 *
 * @param code the provider's code ({@code 10000}), or what stood in the way where no word of the provider was read
 *     ({@code timeout}, {@code http-502}, {@code bad-signature})
 * @param subCode the provider's finer code ({@code ACQ.TRADE_NOT_EXIST}), null if none
 * @param message the provider's own sentence or the failure's, at most 200 characters, null if none
 * @param traceId the provider's id of the exchange, null if none
 * @param latencyMs from the first byte sent to the answer read, or to giving up
 * @param providerAheadMs how far the provider's clock (its Date header) is ahead of this machine's, ms, null if it did not
 *     say
 */
public record Exchange(
        String code,
        @Nullable String subCode,
        @Nullable String message,
        @Nullable String traceId,
        long latencyMs,
        @Nullable Long providerAheadMs) {}
