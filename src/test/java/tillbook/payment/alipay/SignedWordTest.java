package tillbook.payment.alipay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.money.Money;
import tillbook.payment.CancelAnswer;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider.PaymentRequest;
import tillbook.payment.UnknownReason;
import tillbook.payment.practice.PracticeShop;
import tillbook.sale.OrderNumber;

/** Signed answers that no honest provider sends, and rare ones that it does: each written by hand, and rightly signed. */
class SignedWordTest {
    private static final OrderNumber ORDER = new OrderNumber("T001AA0000000101ABCDEF");
    private static final PaymentRequest REQUEST =
            PracticeShop.request(ORDER, 100, PracticeShop.code("281234567890123456"));
    private static final String PAID = "'code':'10000','out_trade_no':'T001AA0000000101ABCDEF','trade_no':'2026',"
            + "'total_amount':'1.00','buyer_pay_amount':'0.80','buyer_logon_id':'a***'";

    @Test
    void aPaidAnswerNeedsNoTimeAndKeepsWhatThePayerGave() {
        PaymentAnswer.Paid paid = assertInstanceOf(PaymentAnswer.Paid.class, pay(PAID));
        assertEquals(Money.ofFen(100), paid.amount());
        assertEquals(Money.ofFen(80), paid.payerPaid());
        assertNull(paid.paidAt());
        assertInstanceOf(PaymentAnswer.Paid.class, pay(PAID + ",'trans_currency':'CNY','gmt_payment':'soon'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'1.001'",
                "'1e2'",
                "'-1.00'",
                "'+1.00'",
                "' 1.00'",
                "'１.00'",
                "'1,00'",
                "''",
                "1.00",
                "null",
                "'01.00'",
                "'100000000.01'",
                "'999999999999'",
                "'.5'",
                "'1.'",
                "['1.00']"
            })
    void aSuccessWithAnAmountThatIsNotPlainYuanIsAnAnomaly(String amount) {
        assertInstanceOf(PaymentAnswer.Anomaly.class, pay(PAID.replace("'1.00'", amount)));
        assertInstanceOf(
                PaymentAnswer.Anomaly.class, query(PAID.replace("'1.00'", amount) + ",'trade_status':'TRADE_SUCCESS'"));
    }

    @Test
    void aSuccessThatIsNotOursIsAnAnomaly() {
        assertInstanceOf(PaymentAnswer.Anomaly.class, pay(PAID + ",'trans_currency':'USD'"));
        assertInstanceOf(PaymentAnswer.Anomaly.class, pay(PAID.replace("'trade_no':'2026',", "")));
        assertInstanceOf(PaymentAnswer.Anomaly.class, pay(PAID.replace("'out_trade_no':'" + ORDER + "',", "")));
        assertInstanceOf(PaymentAnswer.Anomaly.class, pay(PAID.replace("ABCDEF", "abcdef")));
        assertInstanceOf(
                PaymentAnswer.Anomaly.class,
                query("'code':'10000','trade_status':'TRADE_CLOSED'"),
                "a closed trade must say which");
        assertInstanceOf(
                PaymentAnswer.Anomaly.class,
                query("'code':'40004','sub_code':'ACQ.TRADE_NOT_EXIST','out_trade_no':'ANOTHER_ONE'"));
    }

    @ParameterizedTest
    @CsvSource({
        "TRADE_SUCCESS,Paid",
        "TRADE_FINISHED,Paid",
        "WAIT_BUYER_PAY,Pending",
        "TRADE_CLOSED,Closed",
        "TRADE_PENDING,Unknown",
        "trade_success,Unknown",
        "'',Unknown"
    })
    void aQueryTellsByTheStatusOfTheTrade(String status, String answer) {
        assertEquals(
                answer,
                query(PAID + ",'trade_status':'" + status + "'").getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "close,CLOSE",
        "refund,REFUND",
        "'',NONE",
    })
    void anAcceptedCancelTellsWhatItDid(String action, CancelAnswer.Action done) {
        CancelAnswer.Accepted accepted = assertInstanceOf(
                CancelAnswer.Accepted.class,
                cancel("'code':'10000','out_trade_no':'" + ORDER + "','retry_flag':'N','action':'" + action + "'"));
        assertEquals(done, accepted.action());
    }

    @Test
    void aCancelThatDidSomethingUnheardOfProvesNothing() {
        assertInstanceOf(CancelAnswer.Unknown.class, cancel("'code':'10000','retry_flag':'N','action':'shrug'"));
        assertInstanceOf(CancelAnswer.Retry.class, cancel("'code':'10000','retry_flag':'Y','action':'close'"));
        assertInstanceOf(
                CancelAnswer.Refused.class,
                cancel("'code':'40004','retry_flag':'Y','sub_code':'ACQ.SELLER_BALANCE_NOT_ENOUGH'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'code':10000", "'msg':'Success'", "'code':''", "'code':'10000','code':'10000'"})
    void aWordWithoutOneReadableCodeIsUnreadable(String fields) {
        PaymentAnswer.Unknown unknown = assertInstanceOf(PaymentAnswer.Unknown.class, pay(fields));
        assertEquals(UnknownReason.UNREADABLE, unknown.reason());
    }

    @Test
    void anAnswerToAnotherQuestionIsUnreadable() {
        assertEquals(UnknownReason.UNREADABLE, unknown(hear("alipay_trade_query_response", PAID)));
        String both = body("alipay_trade_pay_response", PAID).replaceFirst("\\{", "{\"error_response\":{},");
        assertEquals(UnknownReason.UNREADABLE, unknown(answer(both, AlipayProvider::pay)));
    }

    private static UnknownReason unknown(PaymentAnswer answer) {
        return assertInstanceOf(PaymentAnswer.Unknown.class, answer).reason();
    }

    private static PaymentAnswer pay(String fields) {
        return hear("alipay_trade_pay_response", fields);
    }

    private static PaymentAnswer hear(String name, String fields) {
        return answer(body(name, fields), AlipayProvider::pay);
    }

    private static PaymentAnswer query(String fields) {
        return answer(body("alipay_trade_query_response", fields), (alipay, request) -> alipay.query(request.order()));
    }

    private static CancelAnswer cancel(String fields) {
        return answer(
                body("alipay_trade_cancel_response", fields), (alipay, request) -> alipay.cancel(request.order()));
    }

    private static String body(String name, String fields) {
        String raw = "{" + fields.replace('\'', '"') + "}";
        String sign = Rsa2.sign(raw, PracticeShop.KEYS.provider().getPrivate());
        return "{\"" + name + "\":" + raw + ",\"sign\":\"" + sign + "\"}";
    }

    private interface Question<A> {
        A ask(AlipayProvider alipay, PaymentRequest request);
    }

    private static <A> A answer(String body, Question<A> question) {
        byte[] bytes = body.getBytes(UTF_8);
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + bytes.length + "\r\n\r\n";
        try (SilentHost host = new SilentHost((request, connection) -> {
                    connection.getOutputStream().write(head.getBytes(UTF_8));
                    connection.getOutputStream().write(bytes);
                    return true;
                });
                AlipayProvider alipay = new AlipayProvider(
                        PracticeShop.config(
                                host.uri("http"),
                                PracticeShop.PATIENT,
                                PracticeShop.KEYS.provider().getPublic()),
                        InstantSource.fixed(PracticeShop.NOON),
                        System::nanoTime)) {
            return question.ask(alipay, REQUEST);
        }
    }
}
