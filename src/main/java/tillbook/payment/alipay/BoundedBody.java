package tillbook.payment.alipay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer's body up to a bound, and nothing at all where the status already says that it is not an answer.
 * One instance reads one body; the HTTP client calls it from one thread at a time.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
    /** An answer has about 1 KiB; a captive portal's page seldom more than this. */
    static final int ANSWER_BYTES_MAX = 256 * 1024;

    private static final int HTTP_OK = 200;

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final boolean wanted;
    private Flow.@Nullable Subscription subscription;

    private BoundedBody(boolean wanted) {
        this.wanted = wanted;
    }

    static BodyHandler<byte[]> handler() {
        return head -> new BoundedBody(head.statusCode() == HTTP_OK);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (wanted) {
            given.request(Long.MAX_VALUE);
        } else {
            body.complete(new byte[0]);
            given.cancel();
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer each : buffers) {
            if (read.size() + each.remaining() > ANSWER_BYTES_MAX) {
                giveUp();
                return;
            }
            byte[] bytes = new byte[each.remaining()];
            each.get(bytes);
            read.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(read.toByteArray());
    }

    private void giveUp() {
        body.completeExceptionally(new TooLong());
        if (subscription != null) subscription.cancel();
    }

    /** The body went beyond {@link #ANSWER_BYTES_MAX}. */
    static final class TooLong extends IOException {
        private TooLong() {
            super("the answer is longer than " + ANSWER_BYTES_MAX + " bytes");
        }
    }
}
