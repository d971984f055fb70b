package tillbook.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeldNumberTest {
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** The example of ISO/IEC 7064 for MOD 37,36 is shorter than our numbers; these follow its rule. */
    @Test
    void aNumberHasItsCheckCharacterAndTellsItsBasket() {
        HeldNumber number = HeldNumber.of(1, "K7", 7);
        assertEquals("H001K700000007A", number.text());
        assertEquals(7, number.basket());
        assertEquals(number, new HeldNumber(number.text()));
    }

    @Test
    void everySingleWrongCharacterIsFound() {
        String right = HeldNumber.of(12, "A1", 40_302).text();
        for (int place = 0; place < right.length(); place++) {
            for (int i = 0; i < CHARACTERS.length(); i++) {
                String text = right.substring(0, place) + CHARACTERS.charAt(i) + right.substring(place + 1);
                if (!text.equals(right)) assertFalse(HeldNumber.hasRightCheck(text), text);
            }
        }
    }

    /** A hybrid system of the standard misses a few; MOD 37,36 fewer than one in a hundred. */
    @Test
    void nearlyAllNeighboursThatChangedPlacesAreFound() {
        int swapped = 0;
        int missed = 0;
        for (long basket = 1; basket < 3_000; basket++) {
            String right = HeldNumber.of(17, "Z3", basket * 31_337).text();
            assertTrue(HeldNumber.hasRightCheck(right), right);
            for (int place = 0; place + 1 < right.length(); place++) {
                char a = right.charAt(place);
                char b = right.charAt(place + 1);
                if (a == b) continue;
                swapped++;
                if (HeldNumber.hasRightCheck(right.substring(0, place) + b + a + right.substring(place + 2))) missed++;
            }
        }
        assertTrue(missed * 100 < swapped, missed + " of " + swapped);
    }

    @Test
    void whatIsNoneIsRefused() {
        assertFalse(HeldNumber.isForm("H001K700000007"));
        assertFalse(HeldNumber.isForm("T001K700000007A"));
        assertFalse(HeldNumber.isForm("H0O1K700000007A"));
        assertThrows(IllegalArgumentException.class, () -> new HeldNumber("H001K700000007B"));
        assertThrows(IllegalArgumentException.class, () -> HeldNumber.of(1, "K7", 100_000_000));
    }
}
