package tillbook.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TextsTest {
    private final Texts english = Texts.of("texttest", Locale.ENGLISH);

    @Test
    void numbersAreNotGroupedAndPlacesMayComeInAnyOrder() {
        assertEquals("Don't pay 1234567 again, 王小明", english.text("greeting", "王小明", 1234567));
        assertEquals(
                "王小明，请勿重复支付 10000", Texts.of("texttest", Locale.CHINA).text("greeting", "王小明", new BigDecimal("1E4")));
    }

    @Test
    void anApostropheAndABraceAreJustThemselves() {
        assertEquals("Don't", english.text("doubled"));
        assertEquals("A set is written {a, b}", english.text("set"));
    }

    @Test
    void anArgumentIsNeverReadAsAPatternItself() {
        assertEquals("Don't pay $1 again, {1}", english.text("greeting", "{1}", "$1"));
    }

    @Test
    void everyChineseLocaleReadsChineseAndEveryOtherOneEnglish() {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            assertEquals("Don't", Texts.of("texttest", Locale.ENGLISH).text("doubled"));
            assertEquals("Don't", Texts.of("texttest", Locale.FRENCH).text("doubled"));
            assertEquals("请勿", Texts.of("texttest", Locale.CHINESE).text("doubled"));
            assertEquals("请勿", Texts.of("texttest", Locale.TRADITIONAL_CHINESE).text("doubled"));
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void aMissingKeyShowsItselfAndNeverStopsTheRegister() {
        assertFalse(english.has("nothing"));
        assertEquals("[texttest:nothing]", english.text("nothing"));
        assertEquals("[texttest:nothing [7]]", english.text("nothing", 7));
    }

    @Test
    void aMissingRoomIsABrokenBuild() {
        assertThrows(IllegalStateException.class, () -> Texts.of("nowhere", Locale.ENGLISH));
    }
}
