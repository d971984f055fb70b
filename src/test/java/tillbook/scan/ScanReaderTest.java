package tillbook.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tillbook.catalog.GoodsCode;
import tillbook.catalog.Gtin;
import tillbook.money.Money;
import tillbook.sale.HeldNumber;

class ScanReaderTest {
    private static final long SEED = 2_088;
    private static final ScaleRule LONG = new ScaleRule("26IIIIIWWWWWPPPPPC");
    private static final ScaleRule PRICED = new ScaleRule("22IIIIIPPPPPC");
    private static final String LONG_LABEL = Gtin.withCheckDigit("26" + "00003" + "00864" + "00861");

    private final ScanReader reader = new ScanReader(List.of(ScaleRule.PRACTICE, PRICED, LONG));

    @ParameterizedTest
    @CsvSource({
        "280123456789012345,ALIPAY",
        "2512345678901234,ALIPAY",
        "301234567890123456789012,ALIPAY",
        "101234567890123456,WECHAT",
        "159999999999999999,WECHAT",
        "6212345678901234567,UNIONPAY"
    })
    void knowsPaymentCodesByTheirForm(String digits, Wallet wallet) {
        ScanMeaning.Payment payment = assertInstanceOf(ScanMeaning.Payment.class, reader.read(digits));
        assertEquals(wallet, payment.wallet());
        assertEquals(digits, payment.code().digits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "241234567890123456",
                "311234567890123456",
                "161234567890123456",
                "091234567890123456",
                "281234567890123",
                "2812345678901234567890123",
                "621234567890123456",
                "62123456789012345678",
                "10123456789012345",
                "1012345678901234567"
            })
    void doesNotTakeTheirNeighboursForPaymentCodes(String digits) {
        assertInstanceOf(ScanMeaning.NotACode.class, reader.read(digits));
    }

    @Test
    void readsLabelsByTheShopsRules() {
        assertEquals(new ScanMeaning.Weighed("00003", new Measure.Weight(864)), reader.read("2100003008640"));
        assertEquals(
                new ScanMeaning.Weighed("00003", new Measure.Price(Money.ofFen(861))),
                reader.read(Gtin.withCheckDigit("220000300861")));
    }

    @Test
    void aLabelWithAWrongCheckDigitIsMisreadAndNothingElse() {
        assertEquals(new ScanMeaning.BadCheckDigit("2100003008641"), reader.read("2100003008641"));
        ScanReader own = new ScanReader(List.of(new ScaleRule("24IIIIIWWWWWPPPPPC")));
        String label = Gtin.withCheckDigit("24" + "00003" + "00864" + "00861");
        assertInstanceOf(ScanMeaning.Weighed.class, own.read(label));
        String misread = label.replace("00864", "00854");
        assertEquals(new ScanMeaning.BadCheckDigit(misread), own.read(misread));
    }

    @Test
    void asksWhereALongLabelLooksLikeAPaymentCode() {
        ScanMeaning.Ambiguous ambiguous = assertInstanceOf(ScanMeaning.Ambiguous.class, reader.read(LONG_LABEL));
        assertEquals(
                new ScanMeaning.Weighed("00003", new Measure.WeightAndPrice(864, Money.ofFen(861))),
                ambiguous.meanings().getFirst());
        assertInstanceOf(ScanMeaning.Payment.class, ambiguous.meanings().getLast());
        assertEquals(2, ambiguous.meanings().size());
    }

    @Test
    void asksOnlyWhereTheCheckDigitFits() {
        Random random = new Random(SEED);
        int asked = 0;
        for (int i = 0; i < 2_000; i++) {
            String digits = "26" + digits(random, 16);
            ScanMeaning meaning = reader.read(digits);
            boolean fits = Gtin.hasRightCheckDigit(digits);
            assertEquals(fits, meaning instanceof ScanMeaning.Ambiguous, "seed " + SEED + " round " + i);
            assertEquals(!fits, meaning instanceof ScanMeaning.Payment, "seed " + SEED + " round " + i);
            if (fits) asked++;
        }
        assertTrue(asked > 0);
    }

    @Test
    void theSymbologyDecidesBeforeTheForm() {
        assertInstanceOf(ScanMeaning.Payment.class, reader.read("]Q1" + LONG_LABEL));
        assertInstanceOf(ScanMeaning.Weighed.class, reader.read("]I1" + LONG_LABEL));
        assertInstanceOf(ScanMeaning.Ambiguous.class, reader.read("]C0" + LONG_LABEL));
        assertInstanceOf(ScanMeaning.NotACode.class, reader.read("]E0280123456789012345"));
        assertEquals(new ScanMeaning.Goods("2000000000015"), reader.read("]E02000000000015"));
        assertEquals(new ScanMeaning.Goods("96385074"), reader.read("]E496385074"));
    }

    @Test
    void ofGs1DataTheTradeItemCounts() {
        assertEquals(new ScanMeaning.Goods("6291041500213"), reader.read("]C101062910415002131725123110A1"));
        assertEquals(new ScanMeaning.Goods("10614141000415"), reader.read("]e00110614141000415"));
        assertEquals(new ScanMeaning.BadCheckDigit("6291041500214"), reader.read("]d20106291041500214"));
        assertInstanceOf(ScanMeaning.NotACode.class, reader.read("]C100340123450000000018"));
        assertInstanceOf(ScanMeaning.NotACode.class, reader.read("]C1280123456789012345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"T00100AB000001", "T001AB0000001", "TT01AB00000001"})
    void takesAlmostReceiptNumbersForHouseCodes(String text) {
        assertEquals(new ScanMeaning.Goods(text), reader.read(text));
    }

    @Test
    void knowsOurReceipts() {
        assertEquals(new ScanMeaning.Receipt("T001A700000042"), reader.read("T001A700000042"));
        assertEquals(new ScanMeaning.Receipt("T001A700000042"), reader.read("t001a700000042"));
        assertEquals(new ScanMeaning.Receipt("T001A700000042"), reader.read("]C0T001A700000042"));
    }

    @Test
    void knowsOurHeldBasketsAndNothingElseHasTheirForm() {
        HeldNumber number = HeldNumber.of(1, "A7", 42);
        assertEquals(new ScanMeaning.Held(number), reader.read(number.text()));
        assertEquals(
                new ScanMeaning.Held(number), reader.read("]C0" + number.text().toLowerCase(Locale.ROOT)));
        assertEquals(15, number.text().length(), "longer than any code of goods");
        assertEquals(GoodsCode.LENGTH_MAX + 1, number.text().length());
        String misread = number.text().replace("42", "43");
        assertEquals(new ScanMeaning.BadCheckDigit(misread), reader.read(misread));
        for (long basket = 1; basket < 2_000; basket++) {
            String text = HeldNumber.of(99, "25", basket * 49_999).text();
            assertInstanceOf(ScanMeaning.Held.class, reader.read(text), text);
            assertEquals(text, new ScanMeaning.NotACode(text).shown(), "no mask: it holds too few digits");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2000000000015,2000000000015",
        "' 2000000000015\r',2000000000015",
        "２００００００００００１５,2000000000015",
        "036000291452,036000291452",
        "10614141000415,10614141000415",
        "00003,00003",
        "1234567,1234567",
        "bag-l,BAG-L",
        "cnn,CNN"
    })
    void takesTheRestForGoodsWhereTheFormFits(String scanned, String code) {
        assertEquals(new ScanMeaning.Goods(code), reader.read(scanned));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6920507111001", "12345678", "036000291453", "10614141000416"})
    void aMisreadGoodsCodeIsSaidToBeSo(String code) {
        assertEquals(new ScanMeaning.BadCheckDigit(code), reader.read(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "]", "]E0", "7", "123", "纯牛奶", "https://example.org/a?b=1"})
    void anythingElseIsNoCode(String text) {
        assertInstanceOf(ScanMeaning.NotACode.class, reader.read(text));
    }

    @Test
    void neverPrintsThePaymentCodeItHolds() {
        ScanText text = new ScanText(Locale.ENGLISH);
        for (String scanned : List.of(
                "280123456789012345",
                LONG_LABEL,
                "28012345678901234567890123",
                "2801234567890123 45",
                "]E0280123456789012345",
                "280123456789012",
                "A280123456789012345Z")) {
            ScanMeaning meaning = reader.read(scanned);
            String inner = scanned.startsWith("]") ? scanned.substring(5) : scanned.substring(3, 13);
            assertFalse(
                    meaning.toString().contains(inner.substring(0, 6)),
                    meaning.getClass().getSimpleName());
            assertFalse(
                    text.say(meaning).contains(inner.substring(0, 6)),
                    meaning.getClass().getSimpleName());
        }
    }

    @Test
    void anAnswerOfTwoNeverNamesDigitsOfEither() {
        assertEquals("Ambiguous[Weighed, Payment]", reader.read(LONG_LABEL).toString());
    }

    @Test
    void everyTextHasAMeaning() {
        Random random = new Random(SEED);
        String letters = "0123456789]ECQIT-. 奶\u001d";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(26); n > 0; n--) text.append(letters.charAt(random.nextInt(letters.length())));
            assertFalse(reader.read(text.toString()).toString().isEmpty(), "seed " + SEED + " round " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "21IIIIIWWWWWC",
                "22IIIIIPPPPPC",
                "26IIIIIWWWWWPPPPPC",
                "26IIIIIPPPPPWWWWWC",
                "2IIIIIWWWWWXC",
                "210IIIIWWWWWC"
            })
    void knowsARuleBySight(String form) {
        assertEquals(!form.startsWith("2I"), ScaleRule.isForm(form));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "21IIIIIWWWWW",
                "21IIIIIWWWWWCC",
                "21WWWWWC",
                "IIIIIIIWWWWWC",
                "21iiiiiwwwwwc",
                "21IIIIIXXXXXC",
                "21IIIIIWWWIWC"
            })
    void refusesWhatIsNoRule(String form) {
        assertFalse(ScaleRule.isForm(form));
        assertThrows(IllegalArgumentException.class, () -> new ScaleRule(form));
    }

    @Test
    void warnsOfRulesThatMeetSomethingElse() {
        assertEquals(List.of(), ScaleRuleOverlap.overlaps(List.of(ScaleRule.PRACTICE, PRICED)));
        assertEquals(
                List.of(new ScaleRuleOverlap.WithPayment(LONG, Wallet.ALIPAY)),
                ScaleRuleOverlap.overlaps(List.of(LONG)));
        ScaleRule wechat = new ScaleRule("13IIIIIWWWWWPPPPPC");
        assertEquals(
                List.of(new ScaleRuleOverlap.WithPayment(wechat, Wallet.WECHAT)),
                ScaleRuleOverlap.overlaps(List.of(wechat)));
        ScaleRule narrower = new ScaleRule("210IIIIWWWWWC");
        assertEquals(
                List.of(new ScaleRuleOverlap.WithRule(narrower, ScaleRule.PRACTICE)),
                ScaleRuleOverlap.overlaps(List.of(ScaleRule.PRACTICE, narrower)));
        ScaleRule plain = new ScaleRule("20IIIIIWWWWWC");
        ScaleRule makers = new ScaleRule("69IIIIIWWWWWC");
        assertEquals(
                List.of(new ScaleRuleOverlap.WithInStoreGoods(plain), new ScaleRuleOverlap.WithMakersGoods(makers)),
                ScaleRuleOverlap.overlaps(List.of(plain, makers)));
    }

    @Test
    void everyMeaningAndWarningIsSaidInBothLanguages() {
        List<String> scans = List.of(
                "2000000000015", "2100003008640", "280123456789012345", "T001A700000042", "12345678", LONG_LABEL, "!");
        List<ScaleRule> rules = List.of(
                LONG,
                ScaleRule.PRACTICE,
                ScaleRule.PRACTICE,
                new ScaleRule("20IIIIIWWWWWC"),
                new ScaleRule("69IIIIIWWWWWC"));
        assertEquals(
                4,
                ScaleRuleOverlap.overlaps(rules).stream()
                        .map(Object::getClass)
                        .distinct()
                        .count());
        for (Locale language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            ScanText text = new ScanText(language);
            for (String scan : scans) assertSaid(text.say(reader.read(scan)), language);
            for (ScaleRuleOverlap overlap : ScaleRuleOverlap.overlaps(rules)) assertSaid(text.say(overlap), language);
        }
        assertEquals("12345678 未加入：校验位不符，请再扫一次或手输。", new ScanText(Locale.CHINA).say(reader.read("12345678")));
    }

    private static void assertSaid(String sentence, Locale language) {
        assertFalse(sentence.isBlank() || sentence.matches(".*\\{\\d.*"), sentence);
        boolean han = sentence.codePoints().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff);
        assertEquals(language.equals(Locale.CHINA), han, sentence);
    }

    private static String digits(Random random, int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) digits.append(random.nextInt(10));
        return digits.toString();
    }
}
