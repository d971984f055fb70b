package tillbook.payment.alipay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tillbook.payment.CancelAnswer;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.UnknownReason;
import tillbook.payment.practice.BookEntry;
import tillbook.payment.practice.Call;
import tillbook.payment.practice.PracticeShop;
import tillbook.payment.practice.Trouble;
import tillbook.sale.OrderNumber;

/** Answers that suffer on their way: whatever comes, the register says unknown, never paid and never declined. */
class BrokenAnswerTest {
    private static final int BEYOND = 300 * 1024;
    private static final int ALWAYS = 1_000;

    private final PracticeShop shop = new PracticeShop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    static Stream<Arguments> troubles() {
        return Stream.of(
                Arguments.of(new Trouble.HangUp(true), UnknownReason.CONNECTION_LOST, 100),
                Arguments.of(new Trouble.HangUp(false), UnknownReason.CONNECTION_LOST, 0),
                Arguments.of(new Trouble.CutOff(true), UnknownReason.CONNECTION_LOST, 100),
                Arguments.of(new Trouble.CutOff(false), UnknownReason.UNREADABLE, 100),
                Arguments.of(new Trouble.Forged(), UnknownReason.BAD_SIGNATURE, 100),
                Arguments.of(new Trouble.Unsigned(), UnknownReason.UNSIGNED, 100),
                Arguments.of(new Trouble.CaptivePortal(false), UnknownReason.UNREADABLE, 0),
                Arguments.of(new Trouble.CaptivePortal(true), UnknownReason.HTTP_STATUS, 0),
                Arguments.of(new Trouble.HttpStatus(502, true), UnknownReason.HTTP_STATUS, 100),
                Arguments.of(new Trouble.HttpStatus(503, false), UnknownReason.HTTP_STATUS, 0),
                Arguments.of(new Trouble.Huge(BEYOND), UnknownReason.UNREADABLE, 100));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aSpoiltAnswerToAPaymentIsUnknownAndTheNextQueryTells(Trouble trouble, UnknownReason reason, long takenFen) {
        PaymentRequest request = shop.request(100);
        shop.provider.trouble(trouble, Call.PAY, 1);
        assertEquals(reason, unknown(shop.alipay.pay(request)).reason());
        assertEquals(takenFen, taken());
        Class<? extends PaymentAnswer> truth =
                takenFen > 0 ? PaymentAnswer.Paid.class : PaymentAnswer.NoSuchOrder.class;
        assertInstanceOf(truth, shop.alipay.query(request.order()));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void aSpoiltAnswerToAQueryOrACancelProvesNothing(Trouble trouble, UnknownReason reason, long ignored) {
        OrderNumber order = shop.request(100).order();
        shop.provider.trouble(trouble, Call.QUERY, 1);
        assertEquals(reason, unknown(shop.alipay.query(order)).reason());
        shop.provider.trouble(trouble, Call.CANCEL, 1);
        CancelAnswer.Unknown cancel = assertInstanceOf(CancelAnswer.Unknown.class, shop.alipay.cancel(order));
        assertEquals(reason, cancel.reason());
    }

    @Test
    void anUnsignedRefusalIsUnknownWithItsWordsKeptForTheHotline() {
        PaymentRequest request = shop.request(100);
        shop.provider.trouble(new Trouble.Says("40004", "ACQ.BUYER_BALANCE_NOT_ENOUGH", false, false), Call.PAY, 1);
        shop.provider.trouble(new Trouble.Unsigned(), Call.PAY, 1);
        PaymentAnswer.Unknown unknown = unknown(shop.alipay.pay(request));
        assertEquals(UnknownReason.UNSIGNED, unknown.reason());
        assertEquals("unsigned", unknown.exchange().code());
        assertEquals("ACQ.BUYER_BALANCE_NOT_ENOUGH", unknown.exchange().subCode());
    }

    @Test
    void anAnswerJustWithinTheBoundIsRead() {
        shop.provider.trouble(new Trouble.Huge(200 * 1024), Call.PAY, 1);
        assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.pay(shop.request(100)));
    }

    @Test
    void silenceAfterTheMoneyMovedIsUnknownAndThenPaid() {
        PaymentRequest request = Patience.growing(patience -> {
            PaymentRequest one = shop.request(100, shop.codeEnding("0009"));
            return isTimedOut(one, patience) && isTaken(one) ? Optional.of(one) : Optional.empty();
        });
        assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.query(request.order()));
    }

    @Test
    void theDeadlineHoldsForAnAnswerThatDripsInByteByByte() {
        shop.provider.trouble(new Trouble.Trickle(1), Call.PAY, ALWAYS);
        Thread dripping = Thread.ofVirtual().start(this::passTime);
        try {
            Patience.growing(patience -> {
                PaymentRequest one = shop.request(100);
                return isTimedOut(one, patience) && isTaken(one) ? Optional.of(one) : Optional.empty();
            });
        } finally {
            dripping.interrupt();
        }
    }

    /** False if no connection stood in time, so that nothing was sent. */
    private boolean isTimedOut(PaymentRequest request, Duration patience) {
        try (AlipayProvider impatient = shop.client(patience)) {
            PaymentAnswer answer = impatient.pay(request);
            if (answer instanceof PaymentAnswer.NotSent) return false;
            assertEquals(UnknownReason.TIMEOUT, unknown(answer).reason());
            return true;
        }
    }

    /** Whether the payment was carried out before the patience ended. */
    private boolean isTaken(PaymentRequest request) {
        return shop.provider.book().stream()
                .anyMatch(entry -> entry.takenFen() > 0
                        && entry.order().equals(request.order().text()));
    }

    /** About one byte in 20 ms, so an answer of some 600 bytes would take long past the deadline, but never stands still. */
    private void passTime() {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(20_000_000);
            shop.time.pass(Duration.ofMillis(1));
        }
    }

    @Test
    void noSecretStandsInAnythingThatIsKeptOrPrinted() {
        PaymentRequest request = shop.request(100);
        String code = request.code().digits();
        shop.provider.trouble(new Trouble.Says("40004", "ACQ." + code, false, false), Call.PAY, 1);
        PaymentAnswer echoed = shop.alipay.pay(request);
        assertFalse(echoed.toString().contains(code), echoed::toString);
        assertTrue(echoed.exchange().toString().contains("***"), echoed::toString);
        AlipayConfig config = PracticeShop.config(
                shop.provider.uri(),
                PracticeShop.PATIENT,
                PracticeShop.KEYS.provider().getPublic());
        assertEquals("AlipayConfig[gateway=" + shop.provider.uri() + ", appId=2021000000000001]", config.toString());
    }

    @Test
    void whatIsKeptOfAnExchangeIsShortAndOneLine() {
        String endless = "ACQ." + "很长\n".repeat(300);
        shop.provider.trouble(new Trouble.Says("40004", endless, false, false), Call.PAY, 1);
        Exchange kept = shop.alipay.pay(shop.request(100)).exchange();
        assertTrue(String.valueOf(kept.message()).length() <= 200);
        assertTrue(String.valueOf(kept.subCode()).length() <= 64);
        assertFalse(kept.toString().contains("\n"));
    }

    private long taken() {
        List<BookEntry> book = shop.provider.book();
        return book.stream().mapToLong(BookEntry::takenFen).sum();
    }

    private static PaymentAnswer.Unknown unknown(PaymentAnswer answer) {
        return assertInstanceOf(PaymentAnswer.Unknown.class, answer);
    }
}
