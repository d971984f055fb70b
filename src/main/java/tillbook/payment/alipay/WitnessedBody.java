package tillbook.payment.alipay;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;

/**
 * A request's body that knows whether the HTTP client ever asked for it. The client asks only once a connection stands,
 * so a body that was never asked for proves that the payment code, which stands nowhere else, did not leave. Safe from
 * any thread.
 */
final class WitnessedBody implements BodyPublisher {
    private final BodyPublisher content;
    private volatile boolean askedFor;

    WitnessedBody(byte[] content) {
        this.content = BodyPublishers.ofByteArray(content);
    }

    boolean wasAskedFor() {
        return askedFor;
    }

    @Override
    public long contentLength() {
        return content.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
        askedFor = true;
        content.subscribe(subscriber);
    }
}
