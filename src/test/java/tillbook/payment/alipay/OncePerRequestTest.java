package tillbook.payment.alipay;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.payment.CancelAnswer;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.UnknownReason;
import tillbook.payment.practice.PracticeShop;
import tillbook.sale.OrderNumber;

/** A payment leaves the register once, whatever the other side does with it. Counted at the other side's socket. */
class OncePerRequestTest {
    private static final PaymentRequest REQUEST = PracticeShop.request(
            new OrderNumber("T001AA0000000101ABCDEF"), 100, PracticeShop.code("281234567890123456"));

    @Test
    void aConnectionThatClosesInsteadOfAnsweringIsNotTriedAgain() {
        try (SilentHost host = new SilentHost((request, connection) -> false);
                AlipayProvider alipay = client(host.uri("http"))) {
            assertUnknown(UnknownReason.CONNECTION_LOST, alipay.pay(REQUEST));
            assertEquals(1, host.requests.get());
        }
    }

    @Test
    void aKeptConnectionThatDiesUnderARequestCountsAsSent() {
        String answer = http("200 OK", "", "{}");
        try (SilentHost host = new SilentHost((request, connection) -> {
                    if (request > 1) return false;
                    connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
                    return true;
                });
                AlipayProvider alipay = client(host.uri("http"))) {
            assertUnknown(UnknownReason.UNREADABLE, alipay.query(REQUEST.order()));
            assertUnknown(UnknownReason.CONNECTION_LOST, alipay.pay(REQUEST));
            assertEquals(1, host.connections.get(), "the second request must have gone over the kept connection");
            assertEquals(2, host.requests.get());
        }
    }

    @Test
    void aConnectionThatIsResetInTheMidstOfTheAnswerIsNotTriedAgain() {
        try (SilentHost host = new SilentHost((request, connection) -> {
                    connection.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(ISO_8859_1));
                    connection.setSoLinger(true, 0);
                    return false;
                });
                AlipayProvider alipay = client(host.uri("http"))) {
            assertUnknown(UnknownReason.CONNECTION_LOST, alipay.pay(REQUEST));
            assertEquals(1, host.requests.get());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "301 Moved",
                "302 Found",
                "307 Temporary Redirect",
                "308 Permanent Redirect",
                "401 Unauthorized",
                "407 Proxy Authentication Required",
                "408 Request Timeout",
                "421 Misdirected Request",
                "425 Too Early",
                "429 Too Many Requests",
                "500 Internal Server Error",
                "502 Bad Gateway",
                "503 Service Unavailable"
            })
    void noStatusMakesItSendAgain(String status) {
        String headers = String.join(
                "\r\n",
                "Location: /again",
                "Retry-After: 0",
                "WWW-Authenticate: Basic realm=x",
                "Proxy-Authenticate: Basic realm=x",
                "");
        try (SilentHost host = new SilentHost((request, connection) -> {
                    connection.getOutputStream().write(http(status, headers, "").getBytes(ISO_8859_1));
                    return true;
                });
                AlipayProvider alipay = client(host.uri("http"))) {
            PaymentAnswer.Unknown unknown = assertInstanceOf(PaymentAnswer.Unknown.class, alipay.pay(REQUEST));
            assertEquals(UnknownReason.HTTP_STATUS, unknown.reason());
            assertEquals("http-" + status.substring(0, 3), unknown.exchange().code());
            assertEquals(1, host.requests.get());
        }
    }

    @Test
    void silenceEndsWithTheDeadlineAndOneRequest() {
        try (SilentHost host = new SilentHost(
                (request, connection) -> connection.getInputStream().read() >= 0)) {
            PaymentAnswer answer = Patience.growing(patience -> payTo(host, patience));
            assertUnknown(UnknownReason.TIMEOUT, answer);
            assertTrue(host.requests.get() <= 1);
        }
    }

    /** Empty if no connection stood in time, so that nothing was sent. */
    private static Optional<PaymentAnswer> payTo(SilentHost host, Duration patience) {
        try (AlipayProvider alipay = client(host.uri("http"), patience)) {
            PaymentAnswer answer = alipay.pay(REQUEST);
            return answer instanceof PaymentAnswer.NotSent ? Optional.empty() : Optional.of(answer);
        }
    }

    @Test
    void whatIsNoHttpIsUnknown() {
        try (SilentHost host = new SilentHost((request, connection) -> {
                    connection.getOutputStream().write("220 smtp ready\r\n\r\n".getBytes(ISO_8859_1));
                    return false;
                });
                AlipayProvider alipay = client(host.uri("http"))) {
            assertInstanceOf(PaymentAnswer.Unknown.class, alipay.pay(REQUEST));
            assertEquals(1, host.requests.get());
        }
    }

    @Test
    void aRefusedConnectionIsNotSent() throws IOException {
        URI nobody = URI.create("http://127.0.0.1:" + freePort() + "/gateway.do");
        try (AlipayProvider alipay = client(nobody)) {
            PaymentAnswer.NotSent notSent = assertInstanceOf(PaymentAnswer.NotSent.class, alipay.pay(REQUEST));
            assertEquals(UnknownReason.NO_CONNECTION, notSent.reason());
            assertUnknown(UnknownReason.NO_CONNECTION, alipay.query(REQUEST.order()));
            CancelAnswer.Unknown cancel = assertInstanceOf(CancelAnswer.Unknown.class, alipay.cancel(REQUEST.order()));
            assertEquals(UnknownReason.NO_CONNECTION, cancel.reason());
        }
    }

    @Test
    void aNameThatDoesNotResolveIsNotSent() {
        try (AlipayProvider alipay = client(URI.create("https://gateway.invalid/gateway.do"))) {
            PaymentAnswer.NotSent notSent = assertInstanceOf(PaymentAnswer.NotSent.class, alipay.pay(REQUEST));
            assertEquals(UnknownReason.NO_ADDRESS, notSent.reason());
        }
    }

    @Test
    void whereTlsCannotBeAgreedNothingIsSent() throws Exception {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        Thread answering;
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            answering = Thread.ofPlatform().daemon().start(() -> answerInClearText(plain, received));
            URI uri = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/gateway.do");
            try (AlipayProvider alipay = client(uri)) {
                assertEquals(UnknownReason.TLS, whyNot(alipay.pay(REQUEST)));
            }
        }
        assertTrue(answering.join(PracticeShop.PATIENT));
        String said = received.toString(ISO_8859_1);
        assertFalse(said.isEmpty(), "the client began to agree on TLS");
        assertFalse(said.contains(REQUEST.code().digits()), "the payment code went out in clear text");
        assertFalse(said.contains(REQUEST.order().text()), "the order went out in clear text");
    }

    /** The client may have asked for the body already when the agreement fails, and then it says unknown, to be safe. */
    private static UnknownReason whyNot(PaymentAnswer answer) {
        if (answer instanceof PaymentAnswer.NotSent notSent) return notSent.reason();
        return assertInstanceOf(PaymentAnswer.Unknown.class, answer).reason();
    }

    @Test
    void anInterruptEndsTheWaitAsUnknownAndStaysVisible() {
        try (SilentHost host = new SilentHost(
                        (request, connection) -> connection.getInputStream().read() >= 0);
                AlipayProvider alipay = client(host.uri("http"))) {
            Thread.currentThread().interrupt();
            PaymentAnswer answer = alipay.pay(REQUEST);
            assertEquals(true, Thread.interrupted());
            assertUnknown(UnknownReason.TIMEOUT, answer);
        }
    }

    @Test
    void aJvmThatWouldRepeatRequestsIsRefused() {
        System.setProperty("jdk.httpclient.enableAllMethodRetry", "true");
        try {
            assertThrows(
                    IllegalStateException.class, () -> client(AlipayConfig.LIVE).close());
        } finally {
            System.clearProperty("jdk.httpclient.enableAllMethodRetry");
        }
    }

    private static void answerInClearText(ServerSocket server, ByteArrayOutputStream received) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                socket.getOutputStream()
                        .write(http("302 Found", "Location: /portal\r\n", "").getBytes(ISO_8859_1));
                socket.getInputStream().transferTo(received);
            } catch (IOException e) {
                // The client gave up, or the test ended.
            }
        }
    }

    private static String http(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static AlipayProvider client(URI gateway) {
        return client(gateway, PracticeShop.PATIENT);
    }

    private static AlipayProvider client(URI gateway, Duration patience) {
        return new AlipayProvider(
                PracticeShop.config(
                        gateway, patience, PracticeShop.KEYS.provider().getPublic()),
                InstantSource.fixed(PracticeShop.NOON),
                System::nanoTime);
    }

    private static void assertUnknown(UnknownReason reason, PaymentAnswer answer) {
        assertEquals(
                reason, assertInstanceOf(PaymentAnswer.Unknown.class, answer).reason());
    }
}
