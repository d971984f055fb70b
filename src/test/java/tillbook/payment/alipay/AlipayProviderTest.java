package tillbook.payment.alipay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.money.Money;
import tillbook.payment.CancelAnswer;
import tillbook.payment.DeclineReason;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.ProbeAnswer;
import tillbook.payment.UnknownReason;
import tillbook.payment.practice.Call;
import tillbook.payment.practice.PracticeKeys;
import tillbook.payment.practice.PracticeShop;
import tillbook.payment.practice.Trouble;
import tillbook.sale.OrderNumber;

/** What each answer means, each of them heard over real HTTP from a provider that checks and signs. */
class AlipayProviderTest {
    private final PracticeShop shop = new PracticeShop();

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void aSignedSuccessIsPaidWithTheOrdersAmount() {
        PaymentRequest request = shop.request(1205);
        PaymentAnswer.Paid paid = assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.pay(request));
        assertEquals(Money.ofFen(1205), paid.amount());
        assertEquals(PracticeShop.NOON, paid.paidAt());
        assertEquals("lia***@practice", paid.payer());
        assertEquals("10000", paid.exchange().code());
        assertEquals("practice1", paid.exchange().traceId());
        assertEquals(1205, shop.provider.book().getFirst().takenFen());
    }

    @Test
    void aCustomerWhoMustConfirmIsPendingUntilPaid() {
        PaymentRequest request = shop.request(500, shop.codeEnding("0001"));
        assertInstanceOf(PaymentAnswer.Pending.class, shop.alipay.pay(request));
        assertInstanceOf(PaymentAnswer.Pending.class, shop.alipay.query(request.order()));
        shop.time.pass(Duration.ofSeconds(8));
        PaymentAnswer.Paid paid = assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.query(request.order()));
        assertEquals(PracticeShop.NOON.plusSeconds(8), paid.paidAt());
    }

    @Test
    void aTradeThatNobodyConfirmsIsClosedByItsTimeOut() {
        PaymentRequest request = shop.request(500, shop.codeEnding("0005"));
        assertInstanceOf(PaymentAnswer.Pending.class, shop.alipay.pay(request));
        shop.time.pass(Duration.ofMinutes(2));
        assertInstanceOf(PaymentAnswer.Closed.class, shop.alipay.query(request.order()));
        assertEquals(0, shop.provider.book().getFirst().takenFen());
    }

    @Test
    void anOrderThatIsUnderWayIsNoSuchOrderAndThenPaid() {
        PaymentRequest request = shop.request(500, shop.codeEnding("0011"));
        assertUnknown(UnknownReason.CONNECTION_LOST, shop.alipay.pay(request));
        assertInstanceOf(PaymentAnswer.NoSuchOrder.class, shop.alipay.query(request.order()));
        assertAccepted(CancelAnswer.Action.NONE, shop.alipay.cancel(request.order()));
        shop.time.pass(Duration.ofSeconds(20));
        assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.query(request.order()));
        assertAccepted(CancelAnswer.Action.REFUND, shop.alipay.cancel(request.order()));
        assertInstanceOf(PaymentAnswer.Closed.class, shop.alipay.query(request.order()));
    }

    @Test
    void aCancelClosesWhatWaitsAndGivesBackWhatWasPaidAndMayBeRepeated() {
        PaymentRequest waiting = shop.request(500, shop.codeEnding("0005"));
        shop.alipay.pay(waiting);
        assertAccepted(CancelAnswer.Action.CLOSE, shop.alipay.cancel(waiting.order()));
        assertAccepted(CancelAnswer.Action.CLOSE, shop.alipay.cancel(waiting.order()));
        PaymentRequest paid = shop.request(700);
        shop.alipay.pay(paid);
        assertAccepted(CancelAnswer.Action.REFUND, shop.alipay.cancel(paid.order()));
        assertAccepted(CancelAnswer.Action.REFUND, shop.alipay.cancel(paid.order()));
        assertEquals(700, shop.provider.book().get(1).returnedFen());
    }

    /** The table of the providers' words, written down a second time so that a slip in the first is seen. */
    @ParameterizedTest
    @CsvSource({
        "NEW_CODE,40004,ACQ.PAYMENT_AUTH_CODE_INVALID",
        "PAYER,40004,ACQ.BUYER_BALANCE_NOT_ENOUGH",
        "PAYER,40004,ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH",
        "PAYER,40004,ACQ.ERROR_BALANCE_PAYMENT_DISABLE",
        "PAYER,40004,ACQ.NO_PAYMENT_INSTRUMENTS_AVAILABLE",
        "PAYER,40004,ACQ.BUYER_ENABLE_STATUS_FORBID",
        "PAYER,40004,ACQ.PULL_MOBILE_CASHIER_FAIL",
        "PAYER,40004,ACQ.MOBILE_PAYMENT_SWITCH_OFF",
        "PAYER,40004,ACQ.PAYMENT_FAIL",
        "PAYER,40004,ACQ.PAYMENT_REQUEST_HAS_RISK",
        "PAYER,40004,ACQ.BUYER_SELLER_EQUAL",
        "PAYER,40004,ACQ.ERROR_BUYER_CERTIFY_LEVEL_LIMIT",
        "LIMIT,40004,ACQ.TOTAL_FEE_EXCEED",
        "LIMIT,40004,ACQ.PRODUCT_AMOUNT_LIMIT_ERROR",
        "LIMIT,40004,ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR",
        "LIMIT,40004,ACQ.BUYER_PAYMENT_AMOUNT_MONTH_LIMIT_ERROR",
        "LIMIT,40004,ACQ.BEYOND_PAY_RESTRICTION",
        "LIMIT,40004,ACQ.BEYOND_PER_RECEIPT_RESTRICTION",
        "LIMIT,40004,ACQ.BEYOND_PER_RECEIPT_SINGLE_RESTRICTION",
        "LIMIT,40004,ACQ.BEYOND_PER_RECEIPT_DAY_RESTRICTION",
        "LIMIT,40004,ACQ.MERCHANT_PERM_RECEIPT_SUSPEND_LIMIT",
        "LIMIT,40004,ACQ.MERCHANT_PERM_RECEIPT_SINGLE_LIMIT",
        "LIMIT,40004,ACQ.MERCHANT_PERM_RECEIPT_DAY_LIMIT",
        "LIMIT,40004,ACQ.REQUEST_AMOUNT_EXCEED",
        "MERCHANT,40004,ACQ.SELLER_BEEN_BLOCKED",
        "MERCHANT,40004,ACQ.ACCESS_FORBIDDEN",
        "MERCHANT,40004,ACQ.PARTNER_ERROR",
        "MERCHANT,40004,ACQ.MERCHANT_AGREEMENT_INVALID",
        "MERCHANT,40004,ACQ.MERCHANT_AGREEMENT_NOT_EXIST",
        "MERCHANT,40004,ACQ.MERCHANT_STATUS_NOT_NORMAL",
        "MERCHANT,40004,ACQ.SECONDARY_MERCHANT_STATUS_ERROR",
        "MERCHANT,40004,ACQ.SECONDARY_MERCHANT_ALIPAY_ACCOUNT_INVALID",
        "MERCHANT,40004,ACQ.SUB_MERCHANT_TYPE_INVALID",
        "MERCHANT,40004,ACQ.RESTRICTED_MERCHANT_INDUSTRY",
        "MERCHANT,40004,ACQ.INVALID_STORE_ID",
        "MERCHANT,40004,ACQ.INVALID_RECEIVE_ACCOUNT",
        "MERCHANT,40004,ACQ.CERT_EXPIRED",
        "CONFIG,40004,ACQ.INVALID_PARAMETER",
        "CONFIG,40002,isv.invalid-signature"
    })
    void aSignedRefusalOfTheTableIsDeclinedAndTookNoMoney(DeclineReason reason, String code, String subCode) {
        shop.provider.trouble(new Trouble.Says(code, subCode, false, false), Call.PAY, 1);
        PaymentAnswer.Declined declined =
                assertInstanceOf(PaymentAnswer.Declined.class, shop.alipay.pay(shop.request(100)));
        assertEquals(reason, declined.reason());
        assertEquals(subCode, declined.exchange().subCode());
        assertTrue(shop.provider.book().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "PROVIDER_ERROR,20000,isp.unknow-error",
        "PROVIDER_ERROR,20000,",
        "PROVIDER_ERROR,40004,ACQ.SYSTEM_ERROR",
        "PROVIDER_ERROR,40004,AQC.SYSTEM_ERROR",
        "PROVIDER_ERROR,20000,ACQ.BUYER_BALANCE_NOT_ENOUGH",
        "QUERY_FIRST,40004,ACQ.TRADE_HAS_SUCCESS",
        "QUERY_FIRST,40004,ACQ.TRADE_HAS_CLOSE",
        "QUERY_FIRST,40004,ACQ.CONTEXT_INCONSISTENT",
        "UNLISTED,40004,ACQ.SOMETHING_NEW",
        "UNLISTED,40004,BUYER_BALANCE_NOT_ENOUGH",
        "UNLISTED,40004,acq.buyer_balance_not_enough",
        "UNLISTED,40004,ACQ.BUYER_BALANCE_NOT_ENOUGH2",
        "UNLISTED,40004,",
        "UNLISTED,40002,ACQ.BUYER_BALANCE_NOT_ENOUGH",
        "UNLISTED,40004,isv.invalid-signature",
        "UNLISTED,40002,isv.invalid-app-id",
        "UNLISTED,40004,ACQ.TRADE_NOT_EXIST",
        "UNLISTED,10001,",
        "UNLISTED,99999,"
    })
    void whateverElseIsSignedProvesNothingAlthoughTheMoneyMayHaveMoved(
            UnknownReason reason, String code, String subCode) {
        shop.provider.trouble(new Trouble.Says(code, subCode, true, false), Call.PAY, 1);
        assertUnknown(reason, shop.alipay.pay(shop.request(100)));
        assertEquals(100, shop.provider.book().getFirst().takenFen());
    }

    @Test
    void aSignedErrorOfNoMethodIsNoSuccessWhateverItsCodeSays() {
        shop.provider.trouble(new Trouble.Says("10000", null, false, true), Call.PAY, 1);
        assertUnknown(UnknownReason.UNLISTED, shop.alipay.pay(shop.request(100)));
        shop.provider.trouble(new Trouble.Says("10003", null, false, true), Call.PAY, 1);
        assertUnknown(UnknownReason.UNLISTED, shop.alipay.pay(shop.request(100)));
        shop.provider.trouble(new Trouble.Says("10000", null, false, true), Call.CANCEL, 1);
        assertInstanceOf(
                CancelAnswer.Unknown.class, shop.alipay.cancel(shop.request(100).order()));
    }

    @ParameterizedTest
    @CsvSource({"40004,ACQ.BUYER_BALANCE_NOT_ENOUGH", "40002,isv.invalid-signature", "40004,ACQ.PAYMENT_FAIL"})
    void onAQueryARefusalOfThePaymentProvesNothing(String code, String subCode) {
        shop.provider.trouble(new Trouble.Says(code, subCode, false, false), Call.QUERY, 1);
        assertUnknown(
                UnknownReason.UNLISTED, shop.alipay.query(shop.request(100).order()));
    }

    @Test
    void aSystemErrorOnAQueryIsUnknown() {
        shop.provider.trouble(new Trouble.Says("20000", "ACQ.SYSTEM_ERROR", false, false), Call.QUERY, 1);
        assertUnknown(
                UnknownReason.PROVIDER_ERROR,
                shop.alipay.query(shop.request(100).order()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ACQ.CANCEL_NOT_ALLOWED",
                "ACQ.TRADE_HAS_FINISHED",
                "ACQ.SELLER_BALANCE_NOT_ENOUGH",
                "ACQ.TRADE_CANCEL_TIME_OUT",
                "ACQ.REASON_TRADE_BEEN_FREEZEN",
                "ACQ.REASON_TRADE_REFUND_FEE_ERR"
            })
    void aCancelThatCannotBeIsRefused(String subCode) {
        shop.provider.trouble(new Trouble.Says("40004", subCode, false, false), Call.CANCEL, 1);
        assertInstanceOf(
                CancelAnswer.Refused.class, shop.alipay.cancel(shop.request(100).order()));
    }

    @Test
    void aCancelThatFailsInsideTheProviderIsToBeSentAgain() {
        OrderNumber order = shop.request(100).order();
        shop.provider.trouble(new Trouble.RetryFlag(), Call.CANCEL, 2);
        assertInstanceOf(CancelAnswer.Retry.class, shop.alipay.cancel(order));
        assertInstanceOf(CancelAnswer.Retry.class, shop.alipay.cancel(order));
        shop.provider.trouble(new Trouble.Says("40004", "ACQ.SYSTEM_ERROR", true, false), Call.CANCEL, 1);
        assertInstanceOf(CancelAnswer.Retry.class, shop.alipay.cancel(order));
        assertAccepted(CancelAnswer.Action.NONE, shop.alipay.cancel(order));
    }

    @Test
    void anUnknownWordOnACancelProvesNothing() {
        shop.provider.trouble(new Trouble.Says("40004", "ACQ.SOMETHING_NEW", false, false), Call.CANCEL, 1);
        CancelAnswer.Unknown unknown = assertInstanceOf(
                CancelAnswer.Unknown.class, shop.alipay.cancel(shop.request(100).order()));
        assertEquals(UnknownReason.UNLISTED, unknown.reason());
    }

    @Test
    void aSuccessForAnotherOrderIsAnAnomaly() {
        PaymentRequest request = shop.request(100);
        shop.provider.trouble(new Trouble.OtherOrder(), Call.PAY, 1);
        assertInstanceOf(PaymentAnswer.Anomaly.class, shop.alipay.pay(request));
        shop.provider.trouble(new Trouble.OtherOrder(), Call.QUERY, 1);
        assertInstanceOf(PaymentAnswer.Anomaly.class, shop.alipay.query(request.order()));
        shop.provider.trouble(new Trouble.OtherOrder(), Call.CANCEL, 1);
        assertInstanceOf(CancelAnswer.Unknown.class, shop.alipay.cancel(request.order()));
    }

    @Test
    void anotherAmountIsReportedAsTheProviderStatesIt() {
        PaymentRequest request = shop.request(100, shop.codeEnding("0014"));
        PaymentAnswer.Paid paid = assertInstanceOf(PaymentAnswer.Paid.class, shop.alipay.pay(request));
        assertEquals(Money.ofFen(101), paid.amount());
    }

    @Test
    void anUsedCodeIsRefusedEvenIfItsFirstPaymentFailed() {
        PaymentRequest first = shop.request(100);
        shop.provider.trouble(new Trouble.Says("40004", "ACQ.PAYMENT_FAIL", false, false), Call.PAY, 1);
        assertInstanceOf(PaymentAnswer.Declined.class, shop.alipay.pay(first));
        PaymentAnswer.Declined again =
                assertInstanceOf(PaymentAnswer.Declined.class, shop.alipay.pay(shop.request(100, first.code())));
        assertEquals(DeclineReason.NEW_CODE, again.reason());
    }

    @Test
    void askingTwiceForOneOrderTakesTheMoneyOnceAndSaysQueryFirst() {
        PaymentRequest request = shop.request(100);
        shop.alipay.pay(request);
        assertUnknown(UnknownReason.QUERY_FIRST, shop.alipay.pay(request));
        PaymentRequest dearer = PracticeShop.request(request.order(), 200, request.code());
        assertUnknown(UnknownReason.QUERY_FIRST, shop.alipay.pay(dearer));
        assertEquals(100, shop.provider.book().getFirst().takenFen());
    }

    @Test
    void theProbeIsReadyOnlyOnASignedNoSuchOrder() {
        OrderNumber fresh = new OrderNumber("PROBE_00000001");
        assertInstanceOf(ProbeAnswer.Ready.class, shop.alipay.probe(fresh));
        PracticeKeys others = PracticeKeys.fresh();
        try (AlipayProvider wrongPublic = shop.client(
                shop.provider.uri(), PracticeShop.PATIENT, others.provider().getPublic())) {
            assertInstanceOf(ProbeAnswer.BadSignature.class, wrongPublic.probe(fresh));
        }
        shop.provider.trouble(new Trouble.Says("40002", "isv.invalid-app-id", false, false), Call.QUERY, 1);
        assertInstanceOf(ProbeAnswer.Refused.class, shop.alipay.probe(fresh));
        shop.provider.trouble(new Trouble.CaptivePortal(false), Call.QUERY, 1);
        assertInstanceOf(ProbeAnswer.Unreachable.class, shop.alipay.probe(fresh));
    }

    @Test
    void aRegisterWhoseClockIsOffLearnsTheProvidersTimeFromItsRefusal() {
        shop.time.pass(Duration.ofHours(-2));
        OrderNumber fresh = new OrderNumber("PROBE_00000002");
        try (PracticeShop ahead = new PracticeShop();
                AlipayProvider late = shop.client(
                        ahead.provider.uri(),
                        PracticeShop.PATIENT,
                        PracticeShop.KEYS.provider().getPublic())) {
            assertTrue(late.clockOffset().isEmpty());
            ProbeAnswer.Refused refused = assertInstanceOf(ProbeAnswer.Refused.class, late.probe(fresh));
            assertEquals("isv.invalid-timestamp", refused.exchange().subCode());
            assertEquals(120, late.clockOffset().orElseThrow().toMinutes());
            assertInstanceOf(ProbeAnswer.Ready.class, late.probe(fresh));
        }
    }

    @Test
    void aForgedAnswerTeachesNoTime() {
        shop.provider.trouble(new Trouble.Forged(), Call.QUERY, 1);
        shop.alipay.query(shop.request(1).order());
        assertFalse(shop.alipay.clockOffset().isPresent());
        shop.provider.trouble(new Trouble.WrongDate(400_000), Call.QUERY, 1);
        shop.alipay.query(shop.request(1).order());
        Duration learnt = shop.alipay.clockOffset().orElseThrow();
        assertTrue(learnt.minusSeconds(400).abs().compareTo(PracticeShop.PATIENT) < 0, learnt::toString);
    }

    private static void assertUnknown(UnknownReason reason, PaymentAnswer answer) {
        assertEquals(
                reason, assertInstanceOf(PaymentAnswer.Unknown.class, answer).reason());
    }

    private static void assertAccepted(CancelAnswer.Action action, CancelAnswer answer) {
        assertEquals(
                action, assertInstanceOf(CancelAnswer.Accepted.class, answer).action());
    }
}
