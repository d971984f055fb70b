package tillbook.payment.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tillbook.payment.UnknownReason;

/**
 * Sends a form by POST, once. HTTP/1.1, because a server may tell an HTTP/2 client to send the same request again, and it
 * would; of a POST over HTTP/1.1 the JDK's client repeats only the attempt to connect (unless the JVM is started with
 * {@code jdk.httpclient.enableAllMethodRetry}, which is refused here). Redirects are not followed. The deadline holds for
 * the whole answer, its last byte included. Safe from any thread.
 */
final class HttpPost implements AutoCloseable {
    private static final String RETRY_SWITCH = "jdk.httpclient.enableAllMethodRetry";
    private static final int HTTP_OK = 200;
    private static final int CAUSES_MAX = 20;

    private final HttpClient client;
    private final Duration deadline;
    private final LongSupplier nanoTime;

    HttpPost(Duration connectTimeout, Duration answerTimeout, LongSupplier nanoTime) {
        if (System.getProperty(RETRY_SWITCH) != null) {
            throw new IllegalStateException("remove -D" + RETRY_SWITCH + ": it would send a payment twice");
        }
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
        this.deadline = connectTimeout.plus(answerTimeout);
        this.nanoTime = nanoTime;
    }

    /** Ends the connections that are open; requests under way end as lost. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    Delivery send(URI uri, byte[] form) {
        WitnessedBody body = new WitnessedBody(form);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")
                .header("Accept", "application/json, text/html;q=0.5")
                .POST(body)
                .build();
        long since = nanoTime.getAsLong();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BoundedBody.handler());
        try {
            return read(answer.get(deadline.toNanos(), TimeUnit.NANOSECONDS), since);
        } catch (TimeoutException e) {
            answer.cancel(true);
            return failed(
                    UnknownReason.TIMEOUT, "timeout", "no whole answer within " + deadline.toMillis() + " ms", since);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            return failed(UnknownReason.TIMEOUT, "interrupted", "the register stopped waiting", since);
        } catch (ExecutionException e) {
            return failure(e, body.wasAskedFor(), since);
        }
    }

    private Delivery read(HttpResponse<byte[]> answer, long since) {
        String traceId = traceId(answer.headers());
        if (answer.statusCode() == HTTP_OK) {
            return text(answer.body())
                    .<Delivery>map(
                            text -> new Delivery.Answered(text, date(answer.headers()), traceId, latencyMs(since)))
                    .orElseGet(() -> failed(UnknownReason.UNREADABLE, "not-utf-8", "the answer is not UTF-8", since));
        }
        String code = "http-" + answer.statusCode();
        return new Delivery.Failed(UnknownReason.HTTP_STATUS, false, code, null, traceId, latencyMs(since));
    }

    /** Whatever happens once the body was asked for may have reached the provider, even a refused connection. */
    private Delivery failure(ExecutionException wrapped, boolean left, long since) {
        UnknownReason reason = reason(wrapped);
        boolean beforeConnection = reason == UnknownReason.NO_ADDRESS
                || reason == UnknownReason.NO_CONNECTION
                || reason == UnknownReason.TLS;
        String code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Throwable root = wrapped.getCause() == null ? wrapped : wrapped.getCause();
        String message = root.getClass().getSimpleName() + ": " + root.getMessage();
        return new Delivery.Failed(reason, beforeConnection && !left, code, message, null, latencyMs(since));
    }

    private static UnknownReason reason(Throwable wrapped) {
        if (has(wrapped, UnresolvedAddressException.class) || has(wrapped, UnknownHostException.class)) {
            return UnknownReason.NO_ADDRESS;
        }
        if (has(wrapped, SSLException.class)) return UnknownReason.TLS;
        if (has(wrapped, ConnectException.class) || has(wrapped, HttpConnectTimeoutException.class)) {
            return UnknownReason.NO_CONNECTION;
        }
        boolean notHttp = has(wrapped, BoundedBody.TooLong.class) || has(wrapped, ProtocolException.class);
        return notHttp ? UnknownReason.UNREADABLE : UnknownReason.CONNECTION_LOST;
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < CAUSES_MAX; depth++, each = each.getCause()) {
            if (kind.isInstance(each)) return true;
        }
        return false;
    }

    private Delivery failed(UnknownReason reason, String code, String message, long since) {
        return new Delivery.Failed(reason, false, code, message, null, latencyMs(since));
    }

    private long latencyMs(long since) {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - since);
    }

    /** Strict, so that the text stands for exactly these bytes: they are what was signed. */
    private static Optional<String> text(byte[] body) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Instant date(HttpHeaders headers) {
        try {
            return headers.firstValue("Date")
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from)
                    .orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable String traceId(HttpHeaders headers) {
        return headers.firstValue("trace_id")
                .or(() -> headers.firstValue("traceid"))
                .orElse(null);
    }
}
