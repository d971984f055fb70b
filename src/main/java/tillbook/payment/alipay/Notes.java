package tillbook.payment.alipay;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.payment.Exchange;

/**
 * Writes the {@link Exchange} that is kept: codes, a short sentence, the trace id and the latency. A provider's sentence
 * may repeat what was sent, so the payment code is struck out of every text. Immutable.
 *
 * @param secret the payment code of the exchange, empty if it had none
 * @param providerAheadMs how far the provider's clock is ahead of ours, ms, null if not known
 */
record Notes(String secret, @Nullable Long providerAheadMs) {
    private static final int MESSAGE_CHARS_MAX = 200;
    private static final int CODE_CHARS_MAX = 64;

    static Notes withoutSecret() {
        return new Notes("", null);
    }

    static Notes striking(String secret) {
        return new Notes(secret, null);
    }

    Notes knowing(Optional<Duration> offset) {
        return new Notes(secret, offset.map(Duration::toMillis).orElse(null));
    }

    Exchange ofSigned(String code, Fields fields, Delivery.Answered answered) {
        return note(code, fields, answered.traceId(), answered.latencyMs());
    }

    /** The provider's words stay beside the reason why they are not believed. */
    Exchange ofUnproven(Reading.Unproven unproven, Delivery.Answered answered) {
        String code = unproven.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return unproven.fields() == null
                ? exchange(code, null, null, answered.traceId(), answered.latencyMs())
                : note(code, unproven.fields(), answered.traceId(), answered.latencyMs());
    }

    Exchange ofFailure(Delivery.Failed failed) {
        return exchange(failed.code(), null, failed.message(), failed.traceId(), failed.latencyMs());
    }

    private Exchange note(String code, Fields fields, @Nullable String traceId, long latencyMs) {
        String finer = fields.text("sub_msg");
        String message = finer == null ? fields.text("msg") : finer;
        return exchange(code, fields.text("sub_code"), message, traceId, latencyMs);
    }

    private Exchange exchange(
            String code, @Nullable String subCode, @Nullable String message, @Nullable String traceId, long latencyMs) {
        return new Exchange(
                clean(code, CODE_CHARS_MAX),
                subCode == null ? null : clean(subCode, CODE_CHARS_MAX),
                message == null ? null : clean(message, MESSAGE_CHARS_MAX),
                traceId == null ? null : clean(traceId, CODE_CHARS_MAX),
                latencyMs,
                providerAheadMs);
    }

    /** The secret goes before the cut, or the cut would leave half of it. */
    private String clean(String text, int charsMax) {
        String struck = secret.isEmpty() ? text : text.replace(secret, "***");
        return AllowedText.cut(struck, charsMax);
    }

    @Override
    public String toString() {
        return "Notes";
    }
}
