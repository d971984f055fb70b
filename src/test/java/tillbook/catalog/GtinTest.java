package tillbook.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GtinTest {
    private static final long SEED = 20_260_722;

    // The first four are the examples of the GS1 General Specifications and of public check digit calculators.
    @ParameterizedTest
    @ValueSource(
            strings = {"6291041500213", "96385074", "036000291452", "10614141000415", "2000000000015", "2000000000046"})
    void knowsPublishedCodesAsRight(String code) {
        assertTrue(Gtin.hasRightCheckDigit(code));
        assertTrue(Gtin.hasGtinForm(code));
    }

    @Test
    void noticesEverySingleWrongDigitInEveryLength() {
        Random random = new Random(SEED);
        for (int length : new int[] {8, 12, 13, 14, 18}) {
            for (int round = 0; round < 200; round++) {
                String code = Gtin.withCheckDigit(digits(random, length - 1));
                assertTrue(Gtin.hasRightCheckDigit(code), "seed " + SEED + " code " + code);
                for (int at = 0; at < length; at++) {
                    String wrong = withOtherDigit(code, at, 1 + random.nextInt(9));
                    assertFalse(Gtin.hasRightCheckDigit(wrong), "seed " + SEED + " code " + code + " as " + wrong);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,2000000000015", "2,2000000000022", "4,2000000000046", "9999999999,2099999999998"})
    void makesTheShopsOwnCodes(long number, String code) {
        assertEquals(code, Gtin.inStore(number));
    }

    @Test
    void makesNoInStoreCodeThatWouldNotFit() {
        assertThrows(IllegalArgumentException.class, () -> Gtin.inStore(-1));
        assertThrows(IllegalArgumentException.class, () -> Gtin.inStore(Gtin.IN_STORE_NUMBER_MAX + 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "600138199830", "6001381998303x", "２０００００００００００１５"})
    void otherTextsHaveNoRightCheckDigit(String text) {
        assertFalse(Gtin.hasRightCheckDigit(text));
    }

    @Test
    void oneTradeItemHasSeveralForms() {
        assertEquals(List.of("0036000291452", "00036000291452"), Gtin.otherForms("036000291452"));
        assertEquals(List.of("036000291452", "00036000291452"), Gtin.otherForms("0036000291452"));
        assertEquals(List.of("06291041500213"), Gtin.otherForms("6291041500213"));
        assertEquals(List.of(), Gtin.otherForms("10614141000415"));
        assertEquals(List.of(), Gtin.otherForms("96385074"));
    }

    @Test
    void tellsHouseCodesFromGtinsAndFromReceipts() {
        assertEquals(new GoodsCode.Valid("00003"), GoodsCode.read(" 00003 "));
        assertEquals(new GoodsCode.Valid("AB-12"), GoodsCode.read("ab-12"));
        assertEquals(new GoodsCode.BadCheckDigit("6920507111001", '6'), GoodsCode.read("6920507111001"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "T001AB00000001", "牛奶", "282345678901234567", "-A", "A", "ABCDEFGHIJKLMNO"})
    void takesNothingElseForACodeOfGoods(String text) {
        assertEquals(new GoodsCode.Malformed(), GoodsCode.read(text));
    }

    private static String digits(Random random, int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) digits.append(random.nextInt(10));
        return digits.toString();
    }

    private static String withOtherDigit(String code, int at, int plus) {
        char other = (char) ('0' + (code.charAt(at) - '0' + plus) % 10);
        return code.substring(0, at) + other + code.substring(at + 1);
    }
}
