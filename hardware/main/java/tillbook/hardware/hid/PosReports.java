package tillbook.hardware.hid;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * A scanner that speaks of codes (HID Point of Sale Usage Tables 1.02): symbology as an AIM identifier, data, and whether
 * more of the same code follows. Where these stand in a report differs between makers, so the device's own descriptor says.
 */
public final class PosReports implements HidDecoder {
    private static final int AIM_FIRST = 0x8C00FB;
    private static final int AIM_LAST = 0x8C00FD;
    private static final int DATA = 0x8C00FE;
    private static final int CONTINUED = 0x8C00FF;
    /** Generic desktop page, byte count: how many bytes of the data count. Not every maker tells it. */
    private static final int BYTE_COUNT = 0x01003B;

    private static final int CODE_BYTES_MAX = 8_192;
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ReportDescriptor descriptor;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private String aim = "";

    public PosReports(ReportDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public void take(byte[] report, int count, Consumer<HidScan> scans) {
        int from = descriptor.hasReportIds() ? 1 : 0;
        if (count <= from) return;
        int id = from == 0 ? 0 : report[0] & 0xFF;
        List<ReportField> fields = descriptor.fields().stream()
                .filter(field -> field.reportId() == id)
                .toList();
        byte[] data = values(fields, DATA, DATA, report, from, count);
        if (data.length == 0) return;
        String told = aim(values(fields, AIM_FIRST, AIM_LAST, report, from, count));
        if (!told.isEmpty()) aim = told;
        byte[] length = values(fields, BYTE_COUNT, BYTE_COUNT, report, from, count);
        if (code.size() < CODE_BYTES_MAX) code.write(data, 0, length(data, length));
        byte[] continued = values(fields, CONTINUED, CONTINUED, report, from, count);
        if (continued.length == 0 || continued[0] == 0) end(scans);
    }

    private static byte[] values(
            List<ReportField> fields, int firstUsage, int lastUsage, byte[] report, int from, int count) {
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        for (ReportField field : fields) {
            boolean asked = field.usage() >= firstUsage && field.usage() <= lastUsage;
            if (asked) values.write(field.in(report, from, count));
        }
        return values.toByteArray();
    }

    /** How much of the data counts: as the report says, or up to the zeros that fill it. */
    private static int length(byte[] data, byte[] told) {
        if (told.length > 0) return Math.min(told[0] & 0xFF, data.length);
        int length = data.length;
        while (length > 0 && data[length - 1] == 0) length--;
        return length;
    }

    private static String aim(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        return text.matches("][A-Za-z][0-9A-Za-z]") ? text : "";
    }

    /** The rest of a code that was to be continued and never was: half a code is none. */
    @Override
    public void pause(Consumer<HidScan> scans) {
        forget();
    }

    private void end(Consumer<HidScan> scans) {
        String text = text(code.toByteArray());
        String symbology = aim;
        forget();
        if (!text.isEmpty()) scans.accept(new HidScan(text, symbology));
    }

    private void forget() {
        code.reset();
        aim = "";
    }

    /** Without the suffix that some scanners keep for their cable's sake. */
    private static String text(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && (bytes[length - 1] == '\r' || bytes[length - 1] == '\n' || bytes[length - 1] == '\t'))
            length--;
        ByteBuffer text = ByteBuffer.wrap(bytes, 0, length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(text.duplicate()).toString();
        } catch (CharacterCodingException e) {
            return GB18030.decode(text).toString();
        }
    }
}
