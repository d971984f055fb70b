package tillbook.payment.alipay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.alipay.api.AlipayApiException;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipaySignature;
import com.alipay.api.request.AlipayTradeCancelRequest;
import com.alipay.api.request.AlipayTradePayRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.response.AlipayTradeCancelResponse;
import com.alipay.api.response.AlipayTradePayResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import java.security.Key;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.practice.Call;
import tillbook.payment.practice.PracticeShop;
import tillbook.payment.practice.Trouble;
import tools.jackson.databind.node.JsonNodeFactory;

/** Alipay's own SDK judges our wire: it must understand our server, and our signatures must be its signatures. */
@Tag("judge")
class OfficialSdkJudgeTest {
    private static final String APP_KEY = base64(PracticeShop.KEYS.register().getPrivate());
    private static final String APP_PUBLIC_KEY =
            base64(PracticeShop.KEYS.register().getPublic());
    private static final String ALIPAY_KEY = base64(PracticeShop.KEYS.provider().getPrivate());
    private static final String ALIPAY_PUBLIC_KEY =
            base64(PracticeShop.KEYS.provider().getPublic());

    /** Held here, or the level would be forgotten with the logger: the SDK logs each request with its payment code. */
    private static final Logger SDK_ERRORS = Logger.getLogger("sdk.biz.err");

    private static final Logger SDK_CALLS = Logger.getLogger("sdk.biz.info");

    /** On the world's clock, since the SDK takes its timestamp from there. */
    private final PracticeShop shop = PracticeShop.onRealTime();

    private final DefaultAlipayClient sdk = new DefaultAlipayClient(
            shop.provider.uri().toString(), "2021000000000001", APP_KEY, "json", "UTF-8", ALIPAY_PUBLIC_KEY, "RSA2");

    @BeforeAll
    static void silenceTheSdk() {
        SDK_ERRORS.setLevel(Level.OFF);
        SDK_CALLS.setLevel(Level.OFF);
    }

    @AfterEach
    void closeShop() {
        shop.close();
    }

    @Test
    void thePracticeProviderTakesTheSdksRequestsAndTheSdkBelievesItsAnswers() throws AlipayApiException {
        AlipayTradePayResponse paid = sdk.execute(pay("SDK_0000000001", "280000000000008888", "牛奶 & 面包 / 12%+1"));
        assertTrue(paid.isSuccess(), paid::getBody);
        assertEquals("12.05", paid.getTotalAmount());
        AlipayTradeQueryResponse stands = sdk.execute(query("SDK_0000000001"));
        assertEquals("TRADE_SUCCESS", stands.getTradeStatus());
        AlipayTradeCancelResponse cancelled = sdk.execute(cancel("SDK_0000000001"));
        assertEquals("refund", cancelled.getAction());
        assertEquals("ACQ.TRADE_NOT_EXIST", sdk.execute(query("SDK_0000000002")).getSubCode());
        assertEquals(1205, shop.provider.book().getFirst().returnedFen());
    }

    @Test
    void theSdkUnderstandsWaitingAndRefusalsAsWell() throws AlipayApiException {
        assertEquals(
                "10003",
                sdk.execute(pay("SDK_0000000003", "280000000000010005", "x")).getCode());
        AlipayTradePayResponse refused = sdk.execute(pay("SDK_0000000004", "280000000000010002", "x"));
        assertFalse(refused.isSuccess());
        assertEquals("ACQ.BUYER_BALANCE_NOT_ENOUGH", refused.getSubCode());
    }

    @Test
    void theSdkRefusesTheForgeryThatWeRefuse() {
        shop.provider.trouble(new Trouble.Forged(), Call.PAY, 1);
        assertThrows(AlipayApiException.class, () -> sdk.execute(pay("SDK_0000000005", "280000000000018888", "x")));
        shop.provider.trouble(new Trouble.Forged(), Call.PAY, 1);
        assertInstanceOf(PaymentAnswer.Unknown.class, shop.alipay.pay(shop.request(100)));
    }

    @Test
    void thePracticeProviderRefusesTheSdkWithAnotherKey() throws AlipayApiException {
        DefaultAlipayClient stranger = new DefaultAlipayClient(
                shop.provider.uri().toString(),
                "2021000000000001",
                ALIPAY_KEY,
                "json",
                "UTF-8",
                APP_PUBLIC_KEY,
                "RSA2");
        assertEquals(
                "isv.invalid-signature",
                stranger.execute(query("SDK_0000000006")).getSubCode());
    }

    @Test
    void ourSignaturesAreTheSdksSignaturesForAnyParameters() throws AlipayApiException {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Map<String, String> parameters = parameters(random);
            String where = "seed " + seed + " round " + round + " " + parameters;
            String content = Rsa2.content(parameters);
            assertEquals(AlipaySignature.getSignContent(parameters), content, where);
            String ours = Rsa2.sign(content, PracticeShop.KEYS.register().getPrivate());
            assertEquals(AlipaySignature.rsaSign(content, APP_KEY, "UTF-8", "RSA2"), ours, where);
            assertTrue(AlipaySignature.rsaCheck(content, ours, APP_PUBLIC_KEY, "UTF-8", "RSA2"), where);
        }
    }

    @Test
    void weBelieveWhatTheSdkSignsAndNothingThatWasTouched() throws AlipayApiException {
        String raw = "{\"code\":\"10000\",\"msg\":\"a } \\\" \\/ 支 { \",\"total_amount\":\"1.00\"}";
        String sign = AlipaySignature.rsaSign(raw, ALIPAY_KEY, "UTF-8", "RSA2");
        assertInstanceOf(Reading.Signed.class, read(raw, sign));
        assertInstanceOf(Reading.Unproven.class, read(raw.replace("1.00", "1.01"), sign));
        assertInstanceOf(Reading.Unproven.class, read(raw.replace("a }", "a  }"), sign));
    }

    @Test
    void aSlashThatIsEscapedOnTheWayIsReadAsItWasSigned() throws AlipayApiException {
        String signed = "{\"code\":\"10000\",\"msg\":\"a/b\"}";
        String sign = AlipaySignature.rsaSign(signed, ALIPAY_KEY, "UTF-8", "RSA2");
        Reading.Signed read = assertInstanceOf(Reading.Signed.class, read(signed.replace("/", "\\/"), sign));
        assertEquals("a/b", read.fields().text("msg"));
    }

    private static Reading read(String raw, String sign) {
        String body = "{\"alipay_trade_pay_response\":" + raw + ",\"sign\":\"" + sign + "\"}";
        return Reading.of(body, "alipay.trade.pay", PracticeShop.KEYS.provider().getPublic());
    }

    private static Map<String, String> parameters(Random random) {
        String letters = "aZ09_ =&/\\\"{}:,+%支付😀\n'";
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = random.nextInt(8); i >= 0; i--) {
            StringBuilder value = new StringBuilder("v");
            for (int j = random.nextInt(20); j > 0; j--) {
                value.appendCodePoint(letters.codePointAt(letters.offsetByCodePoints(0, random.nextInt(18))));
            }
            parameters.put("k" + random.nextInt(100), value.toString());
        }
        parameters.put("empty", "");
        return parameters;
    }

    private static AlipayTradePayRequest pay(String order, String code, String subject) {
        AlipayTradePayRequest request = new AlipayTradePayRequest();
        request.setBizContent(JsonNodeFactory.instance
                .objectNode()
                .put("out_trade_no", order)
                .put("scene", "bar_code")
                .put("auth_code", code)
                .put("subject", subject)
                .put("total_amount", "12.05")
                .put("timeout_express", "2m")
                .toString());
        return request;
    }

    private static AlipayTradeQueryRequest query(String order) {
        AlipayTradeQueryRequest request = new AlipayTradeQueryRequest();
        request.setBizContent("{\"out_trade_no\":\"" + order + "\"}");
        return request;
    }

    private static AlipayTradeCancelRequest cancel(String order) {
        AlipayTradeCancelRequest request = new AlipayTradeCancelRequest();
        request.setBizContent("{\"out_trade_no\":\"" + order + "\"}");
        return request;
    }

    private static String base64(Key key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
