package tillbook.hardware.mock;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A scanner that speaks of codes: 56 bytes of data a report, and a bit that says whether more follows. */
public final class MockPosScanner extends MockDevice {
    /** Report 2: byte count, three bytes of AIM identifier, data, two bytes of the maker's, "continued" in the last. */
    public static final String REPORTS = "058c0902a101 0912a102 8502 1500 26ff00 7508"
            + "0501 093b 9501 8102"
            + "058c 09fb 09fc 09fd 9503 8102"
            + "09fe 9538 8202 01"
            + "0666ff 0904 9502 8102"
            + "058c 09ff 7501 9501 2501 8102 9507 8103"
            + "c0c0";

    private static final int DATA_BYTES = 56;
    /** Whether it leaves the question what it is without answer. */
    public volatile boolean isMute;

    private static final int REPORT_BYTES = 64;

    public MockPosScanner(String serial) {
        super(
                "0c2e:0b07",
                1,
                MockKeyboard.faces(0, 0, REPORTS, REPORT_BYTES),
                List.of("Honeywell", "HID POS Scanner", serial));
    }

    @Override
    byte @Nullable [] classRequest(int type, int request, int value, int index, int length) {
        if (type == 0x81 && value == 0x2200) return isMute ? null : hex(REPORTS);
        return type == 0x21 ? new byte[0] : null;
    }

    /** Reads a code, in as many reports as it takes. */
    public void scan(String aim, String text) {
        byte[] data = text.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < data.length; from += DATA_BYTES) {
            byte[] part = Arrays.copyOfRange(data, from, Math.min(data.length, from + DATA_BYTES));
            byte[] report = new byte[REPORT_BYTES];
            report[0] = 2;
            report[1] = (byte) part.length;
            System.arraycopy(aim.getBytes(StandardCharsets.US_ASCII), 0, report, 2, 3);
            System.arraycopy(part, 0, report, 5, part.length);
            report[REPORT_BYTES - 1] = (byte) (from + DATA_BYTES < data.length ? 1 : 0);
            say(report);
        }
    }
}
