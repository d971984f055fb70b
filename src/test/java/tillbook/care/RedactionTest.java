package tillbook.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code 287630123456781234 scanned|code 28************1234 scanned",
                "2512345678901234|25**********1234",
                "300000000000000000004321|30******************4321",
                "134567890123456789|13************6789",
                "6212345678901234567|62*************4567",
                "(287630123456781234)|(28************1234)",
                "\"auth_code\":\"287630123456781234\"|\"auth_code\":\"28************1234\"",
                "auth_code=287630123456781234&x=1|auth_code=28************1234&x=1",
                "scan287630123456781234|scan28************1234",
                "\\n287630123456781234\\n|\\n28************1234\\n",
                "2876 3012 3456 7812 34|28************1234",
                "2876-3012-3456-7812-34|28************1234",
                "287,630,123,456,781,234|28************1234",
            })
    void aWholePaymentCodeKeepsTwoAndFourDigits(String text, String cleaned) {
        assertEquals(cleaned, Redaction.clean(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trade 2026112222001412345678901234",
                "trade 4200001234202611221234567890",
                "order T256121234567801987654 attempt",
                "T001AB0000000101x9Yz4Q",
                "refund T256121234567801R01987654",
                "app 2021004112345678, shop 2088123412341234",
                "goods 6901234567892 and 06901234567892",
                "label 2112345012345",
                "at 2026-11-22 16:45:03.123+0800",
                "took 1763800000123456789 ns",
                "sign_type=RSA2&charset=utf-8",
                "the design: good; spinning=true; assigned: 5",
                "at tillbook.settings.KeyVault.load(KeyVault.java:77)",
                "￥12.05 of 1,234,567 and 12 345",
            })
    void numbersThatAHotlineAsksForAndOrdinaryWordsStayWhole(String text) {
        assertEquals(text, Redaction.clean(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign=SECRET",
                "sign=SECRET&x=1",
                "\"sign\":\"SECRET\"",
                "\\\"sign\\\":\\\"SECRET\\\"",
                "\"sign\" : \"SEC\\/RET SECRET\"",
                "auth_code: SECRET",
                "authCode=SECRET",
                "passphrase=SECRET",
                "passphrase = \"two SECRET words\"",
                "passphrase='two SECRET words'",
                "Password: SECRET",
                "PIN=SECRET",
                "pin: SECRET",
                "{pin=SECRET, x=1}",
                "app_auth_token = \"SECRET\"",
                "sign%3DSECRET",
                "密码：SECRET",
            })
    void aValueOfASecretNameIsRemoved(String text) {
        String cleaned = Redaction.clean(text);
        assertFalse(cleaned.contains("SECRET"), cleaned);
        assertTrue(cleaned.contains(Redaction.REMOVED), cleaned);
    }

    @Test
    void whatStandsBesideASecretStays() {
        assertEquals(
                "x=1&sign=‹removed›&out_trade_no=T001AB0000000101x9Yz4Q",
                Redaction.clean("x=1&sign=abc+/=&out_trade_no=T001AB0000000101x9Yz4Q"));
        assertEquals(
                "{\"a\":1,\"sign\":‹removed›,\"b\":\"2\"}", Redaction.clean("{\"a\":1,\"sign\":\"abc\",\"b\":\"2\"}"));
    }

    @Test
    void keysAreRemovedInEveryFormTheyTravelIn() {
        byte[] key = new byte[1200];
        random().nextBytes(key);
        String oneLine = Base64.getEncoder().encodeToString(key);
        String wrapped = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
        String pem = "-----BEGIN PRIVATE KEY-----\n" + wrapped + "\n-----END PRIVATE KEY-----";
        for (String form : new String[] {
            oneLine,
            wrapped,
            wrapped.replace("\n", "\r\n"),
            wrapped.replace("\n", "\\n"),
            pem,
            pem.replace("\n", "\\n"),
            pem.substring(0, 900),
            URLEncoder.encode(oneLine, StandardCharsets.UTF_8),
            Base64.getUrlEncoder().encodeToString(key)
        }) {
            String cleaned = Redaction.clean("before " + form + " after");
            for (int at = 0; at + 24 <= oneLine.length(); at += 8) {
                assertFalse(cleaned.contains(oneLine.substring(at, at + 24)), form + "\n->\n" + cleaned);
            }
            String tail = oneLine.substring(oneLine.length() - 20);
            assertFalse(cleaned.contains(tail), "the short last line: " + cleaned);
            assertTrue(cleaned.startsWith("before "), cleaned);
        }
    }

    @Test
    void theLineAfterAKeyStays() {
        String blob = "A".repeat(70);
        assertEquals(
                "‹removed›\n2026-11-22 16:45:03 INFO next\n\tat tillbook.X",
                Redaction.clean(blob + "\n2026-11-22 16:45:03 INFO next\n\tat tillbook.X"));
    }

    @Test
    void aLearntSecretIsFoundInEveryEncoding() {
        String secret = "pass \"word\" 口令&=+/";
        Redaction.learn(secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (String form : new String[] {
            secret,
            Base64.getEncoder().encodeToString(bytes),
            Base64.getUrlEncoder().encodeToString(bytes),
            URLEncoder.encode(secret, StandardCharsets.UTF_8),
            URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"),
            secret.replace("\"", "\\\"")
        }) {
            String cleaned = Redaction.clean("<" + form + ">");
            assertTrue(cleaned.matches("<‹removed›=*>"), cleaned);
        }
    }

    @Test
    void aShortSecretIsNotLearntSinceItWouldBeFoundEverywhere() {
        Redaction.learn("on");
        assertEquals("goes on", Redaction.clean("goes on"));
    }

    @Test
    void aHugeTextIsCleanedWithoutRunningOutOfStack() {
        String text = "sign=\"" + "x\\\\".repeat(200_000) + "\" " + "2876 ".repeat(100_000) + "A/".repeat(500_000)
                + "\n" + "-----BEGIN X-----" + "\n".repeat(100_000);
        assertTrue(Redaction.clean(text).length() < text.length());
    }

    @Test
    void noPaymentCodeSurvivesWhateverStandsAroundIt() {
        long seed = 20261122;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        // Without T: that letter and 21 digits are an order number of ours, not a code.
        String around = "abz_t:,;=\"'()[]{}<>/\\ \n\t&?|é付款码-.";
        for (int i = 0; i < 20_000; i++) {
            String code = paymentCode(random);
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(4); n > 0; n--) text.append(around.charAt(random.nextInt(around.length())));
            text.append(code);
            for (int n = random.nextInt(4); n > 0; n--) text.append(around.charAt(random.nextInt(around.length())));
            String cleaned = Redaction.clean(text.toString());
            assertFalse(cleaned.contains(code), "seed " + seed + ", round " + i + ": " + text);
        }
    }

    private static String paymentCode(RandomGenerator random) {
        String[] starts = {"10", "11", "15", "25", "28", "30", "62"};
        String start = starts[random.nextInt(starts.length)];
        int length = switch (start) {
            case "62" -> 19;
            case "10", "11", "15" -> 18;
            default -> 16 + random.nextInt(9);
        };
        StringBuilder code = new StringBuilder(start);
        while (code.length() < length) code.append(random.nextInt(10));
        return code.toString();
    }

    private static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    }
}
