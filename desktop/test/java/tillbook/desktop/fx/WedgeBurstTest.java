package tillbook.desktop.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WedgeBurstTest {
    private final WedgeBurst burst = new WedgeBurst();
    private long nowMs = 1_000;

    /** The drawing thread beats sixty times a second, unless it stands still. */
    private void passes(long ms, boolean beating) {
        nowMs += ms;
        if (beating) for (long i = 0; i < ms / 16; i++) burst.beat();
    }

    private void types(String text, long gapMs) {
        for (int i = 0; i < text.length(); i++) {
            burst.typed(text.charAt(i), nanos());
            passes(gapMs, true);
        }
    }

    private long nanos() {
        return TimeUnit.MILLISECONDS.toNanos(nowMs);
    }

    private Optional<String> enter() {
        return burst.ended(nanos());
    }

    @Test
    void quickKeysAreAScan() {
        types("6901234567892", 20);
        assertEquals(Optional.of("6901234567892"), enter());
    }

    @Test
    void theLongestGapStillBelongsToAScanner() {
        types("690123", 50);
        assertEquals(Optional.of("690123"), enter());
    }

    @Test
    void aPersonIsNoScanner() {
        types("6901234567892", 80);
        assertEquals(Optional.empty(), enter());
    }

    @Test
    void fiveKeysAreNoScanHoweverQuick() {
        types("12345", 2);
        assertEquals(Optional.empty(), enter());
    }

    @Test
    void whatWasTypedByHandBeforeIsNotPartOfTheScan() {
        types("2", 300);
        types("6901234567892", 5);
        assertEquals(Optional.of("6901234567892"), enter());
    }

    @Test
    void aScanBeginsWhereItsFirstKeyIs() {
        assertTrue(burst.typed('2', nanos()));
        passes(300, true);
        assertTrue(burst.typed('6', nanos()));
        passes(5, true);
        assertFalse(burst.typed('9', nanos()));
    }

    @Test
    void twoScansInARowAreTwo() {
        types("690123", 2);
        assertEquals(Optional.of("690123"), enter());
        types("690124", 2);
        assertEquals(Optional.of("690124"), enter());
    }

    @Test
    void aThreadThatStandsStillDoesNotCutAScanInTwo() {
        types("690123", 5);
        passes(1_500, false);
        types("4567892", 5);
        assertEquals(Optional.of("6901234567892"), enter());
    }

    @Test
    void aThreadThatStandsStillForLongIsNotBelieved() {
        types("690123", 5);
        passes(2_100, false);
        types("4567892", 5);
        assertEquals(Optional.of("4567892"), enter());
    }

    @Test
    void enterLongAfterTheLastKeyIsAPersons() {
        types("690123", 5);
        passes(2_100, true);
        assertEquals(Optional.empty(), enter());
    }

    @Test
    void aPauseOfABusyMachineCutsNoScanWhereverItFalls() {
        String code = "6901234567892";
        for (int at = 1; at <= code.length(); at++) {
            types(code.substring(0, at), 5);
            passes(150, true);
            types(code.substring(at), 5);
            assertEquals(Optional.of(code), enter(), "paused after " + at);
            passes(3_000, true);
        }
    }

    @Test
    void aLongPauseWithinAScannersKeysCutsNoneEither() {
        types("6901", 20);
        passes(1_500, true);
        types("234567892", 20);
        passes(1_500, true);
        assertEquals(Optional.of("6901234567892"), enter());
    }

    @Test
    void inTheFieldForCodesAPauseAfterTheFirstKeysCutsNothing() {
        String code = "2000000000022";
        for (int at = 1; at < code.length(); at++) {
            for (int i = 0; i < code.length(); i++) {
                if (i == at) passes(900, true);
                burst.typed(code.charAt(i), nanos(), true);
                passes(17, true);
            }
            assertEquals(Optional.of(code), enter(), "paused after " + at);
            passes(3_000, true);
        }
    }

    @Test
    void aQuickPersonsAmountIsNoScan() {
        types("100.50", 100);
        assertEquals(Optional.empty(), enter());
        types("100000", 90);
        assertEquals(Optional.empty(), enter());
    }

    @Test
    void aKeyHeldDownEndsNothing() {
        types("1".repeat(WedgeBurst.CHARS_MAX + 10), 5);
        assertEquals(Optional.of("1".repeat(10)), enter());
    }
}
