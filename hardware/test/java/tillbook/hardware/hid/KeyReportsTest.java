package tillbook.hardware.hid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyReportsTest {
    private final KeyReports keys = new KeyReports();
    private final List<String> codes = new ArrayList<>();

    private void reports(String... hex) {
        for (String one : hex) {
            byte[] report = HexFormat.of().parseHex(one.replace(" ", ""));
            keys.take(report, report.length, scan -> codes.add(scan.text()));
        }
    }

    @Test
    void digitsEndWithEnter() {
        reports("00 00 1e 00 00 00 00 00", "00 00 00 00 00 00 00 00", "00 00 27 00 00 00 00 00");
        reports("00 00 28 00 00 00 00 00");
        assertEquals(List.of("10"), codes);
    }

    @Test
    void tabAndTheKeypadsEnterEndACodeAsWell() {
        reports("00 00 1e 00 00 00 00 00", "00 00 2b 00 00 00 00 00");
        reports("00 00 1f 00 00 00 00 00", "00 00 58 00 00 00 00 00");
        assertEquals(List.of("1", "2"), codes);
    }

    @Test
    void aReportThatIsSentAgainTypesNothing() {
        reports("00 00 1e 00 00 00 00 00", "00 00 1e 00 00 00 00 00", "00 00 1e 1f 00 00 00 00");
        reports("00 00 1f 00 00 00 00 00", "00 00 28 00 00 00 00 00");
        assertEquals(List.of("12"), codes);
    }

    @Test
    void theSameDigitTwiceNeedsAReportBetween() {
        reports("00 00 1e 00 00 00 00 00", "00 00 00 00 00 00 00 00", "00 00 1e 00 00 00 00 00");
        reports("00 00 28 00 00 00 00 00");
        assertEquals(List.of("11"), codes);
    }

    @Test
    void severalKeysOfOneReportComeInTheirOrder() {
        reports("00 00 04 05 06 00 00 00", "00 00 28 00 00 00 00 00");
        assertEquals(List.of("abc"), codes);
    }

    @Test
    void eitherShiftMakesCapitalsAndSigns() {
        reports("02 00 04 00 00 00 00 00", "20 00 05 00 00 00 00 00", "02 00 2e 00 00 00 00 00");
        reports("00 00 28 00 00 00 00 00");
        assertEquals(List.of("AB+"), codes);
    }

    @Test
    void theKeypadTypesDigits() {
        reports("00 00 59 00 00 00 00 00", "00 00 62 00 00 00 00 00", "00 00 28 00 00 00 00 00");
        assertEquals(List.of("10"), codes);
    }

    @Test
    void controlAndTheClosingBracketAreTheSeparatorOfGs1() {
        reports("00 00 1e 00 00 00 00 00", "01 00 30 00 00 00 00 00", "01 00 04 00 00 00 00 00");
        reports("00 00 1f 00 00 00 00 00", "00 00 28 00 00 00 00 00");
        assertEquals(List.of("1\u001d2"), codes);
    }

    @Test
    void tooManyKeysAtOnceSayNothing() {
        reports("00 00 1e 00 00 00 00 00", "00 00 01 01 01 01 01 01", "00 00 1e 00 00 00 00 00");
        reports("00 00 28 00 00 00 00 00");
        assertEquals(List.of("1"), codes);
    }

    @Test
    void silenceEndsACodeWithoutSuffixAndNothingIsNoCode() {
        reports("00 00 1e 00 00 00 00 00");
        keys.pause(scan -> codes.add(scan.text()));
        keys.pause(scan -> codes.add(scan.text()));
        reports("00 00 28 00 00 00 00 00");
        assertEquals(List.of("1"), codes);
    }

    @Test
    void shortReportsAndKeysThatWriteNothingArePassedOver() {
        reports("00 00 1e", "00 00 3a 39 52 00 00 00", "00 00 1f 00 00 00 00 00", "00 00 28 00 00 00 00 00");
        assertEquals(List.of("2"), codes);
    }

    @Test
    void whatIsLongerThanAnyCodeIsNone() {
        for (int i = 0; i <= KeyReports.TEXT_MAX; i++) {
            reports("00 00 1e 00 00 00 00 00", "00 00 00 00 00 00 00 00");
        }
        reports("00 00 28 00 00 00 00 00", "00 00 1f 00 00 00 00 00", "00 00 28 00 00 00 00 00");
        assertEquals(List.of("2"), codes);
    }

    @Test
    void aCodeKeepsItsDigitsToItself() {
        assertTrue(new HidScan("134567890123456789", "").toString().contains("18 characters"));
        assertEquals(-1, new HidScan("134567890123456789", "").toString().indexOf("3456"));
    }
}
