package tillbook.hardware.hid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PosReportsTest {
    /** Honeywell's: byte count, three bytes of AIM identifier, 56 of data, one bit "continued". */
    private static final String COUNTED = "05 8c 09 02 a1 01 85 02 09 12 a1 02 15 00 26 ff 00 75 08 95 01 05 01 09 3b"
            + "81 02 95 03 05 8c 09 fb 09 fc 09 fd 81 02 95 38 09 fe 82 02 01 25 01 75 01 95 01 09 ff 81 02 75 07 81 03"
            + "c0 c0";
    /** Without a number, without a count, and "continued" before the data. */
    private static final String BARE =
            "05 8c 09 02 a1 01 09 12 a1 02 15 00 26 ff 00 75 08 95 03 09 fb 09 fc 09 fd 81 02"
                    + "75 08 95 01 09 ff 81 02 95 3c 09 fe 82 02 01 c0 c0";
    /** The keyboard of a Datalogic Gryphon GD4400, as its owner read it. */
    private static final String KEYBOARD =
            "05 01 09 06 A1 01 05 07 19 E0 29 E7 15 00 25 01 75 01 95 08 81 02 95 01 75 08"
                    + "81 01 95 05 75 01 05 08 19 01 29 05 91 02 95 01 75 03 91 01 95 06 75 08 15 00 26 FF 00 05 07 19 00 2A FF 00"
                    + "81 00 C0";

    private final List<HidScan> scans = new ArrayList<>();

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private static PosReports reader(String descriptor) {
        return new PosReports(ReportDescriptor.of(hex(descriptor)));
    }

    private static byte[] counted(String aim, byte[] data, boolean continued) {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        report.write(2);
        report.write(data.length);
        report.writeBytes(aim.getBytes(StandardCharsets.US_ASCII));
        report.writeBytes(Arrays.copyOf(data, 56));
        report.write(continued ? 1 : 0);
        return report.toByteArray();
    }

    private void take(PosReports reader, byte[] report) {
        reader.take(report, report.length, scans::add);
    }

    @Test
    void itSaysThatItIsABarcodeScannerAndAKeyboardDoesNot() {
        assertTrue(ReportDescriptor.of(hex(COUNTED)).isBarcodeScanner());
        assertTrue(ReportDescriptor.of(hex(BARE)).isBarcodeScanner());
        assertFalse(ReportDescriptor.of(hex(KEYBOARD)).isBarcodeScanner());
    }

    @Test
    void aCodeComesWithItsSymbology() {
        take(reader(COUNTED), counted("]E0", "6901234567892".getBytes(StandardCharsets.US_ASCII), false));
        assertEquals(List.of(new HidScan("6901234567892", "]E0")), scans);
    }

    @Test
    void aLongCodeComesWholeFromItsParts() {
        PosReports reader = reader(COUNTED);
        take(reader, counted("]Q1", "x".repeat(56).getBytes(StandardCharsets.US_ASCII), true));
        assertEquals(List.of(), scans);
        take(reader, counted("]Q1", "yz".getBytes(StandardCharsets.US_ASCII), false));
        assertEquals(List.of(new HidScan("x".repeat(56) + "yz", "]Q1")), scans);
    }

    @Test
    void aCodeThatIsNeverContinuedIsNoneAndDoesNotSpoilTheNext() {
        PosReports reader = reader(COUNTED);
        take(reader, counted("]Q1", "x".repeat(56).getBytes(StandardCharsets.US_ASCII), true));
        reader.pause(scans::add);
        take(reader, counted("]E4", "96385074".getBytes(StandardCharsets.US_ASCII), false));
        assertEquals(List.of(new HidScan("96385074", "]E4")), scans);
    }

    @Test
    void theCountTellsWhereDataEndsEvenIfItHoldsZeros() {
        take(reader(COUNTED), counted("]d1", new byte[] {'a', 0, 'b'}, false));
        assertEquals("a\0b", scans.getFirst().text());
    }

    @Test
    void withoutANumberOrACountTheZerosAtTheEndAreNoData() {
        byte[] report = new byte[64];
        System.arraycopy("]C0".getBytes(StandardCharsets.US_ASCII), 0, report, 0, 3);
        System.arraycopy("T007K700000042".getBytes(StandardCharsets.US_ASCII), 0, report, 4, 14);
        take(reader(BARE), report);
        assertEquals(List.of(new HidScan("T007K700000042", "]C0")), scans);
    }

    @Test
    void aSuffixIsNoPartOfTheCodeAndAnUnreadableSymbologyIsNone() {
        take(reader(COUNTED), counted("\0\0\0", "6901234567892\r\n".getBytes(StandardCharsets.US_ASCII), false));
        assertEquals(List.of(new HidScan("6901234567892", "")), scans);
    }

    @Test
    void chineseIsReadInEitherOfItsEncodings() {
        PosReports reader = reader(COUNTED);
        take(reader, counted("]Q1", "明账".getBytes(StandardCharsets.UTF_8), false));
        take(reader, counted("]Q1", "明账".getBytes(Charset.forName("GB18030")), false));
        assertEquals(List.of("明账", "明账"), scans.stream().map(HidScan::text).toList());
    }

    @Test
    void otherReportsAndShortOnesSayNothing() {
        PosReports reader = reader(COUNTED);
        take(reader, new byte[] {7, 1, 2, 3});
        take(reader, new byte[] {2});
        take(reader, new byte[0]);
        take(reader, counted("]E0", new byte[0], false));
        assertEquals(List.of(), scans);
    }

    @Test
    void whateverADeviceDeclaresIsReadWithoutAnError() {
        long seed = 20261122;
        Random chance = new Random(seed);
        byte[] whole = hex(COUNTED);
        for (int round = 0; round < 20_000; round++) {
            byte[] spoilt = Arrays.copyOf(whole, 1 + chance.nextInt(whole.length));
            for (int i = chance.nextInt(4); i >= 0; i--)
                spoilt[chance.nextInt(spoilt.length)] = (byte) chance.nextInt();
            byte[] report = new byte[64];
            chance.nextBytes(report);
            int at = round;
            try {
                new PosReports(ReportDescriptor.of(spoilt)).take(report, report.length, scan -> {});
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + at, e);
            }
        }
    }
}
