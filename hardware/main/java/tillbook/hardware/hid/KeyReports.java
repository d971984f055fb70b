package tillbook.hardware.hid;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A scanner that types, in the eight bytes of the boot protocol: modifiers, nothing, six usages of keys that are down (HID
 * 1.11, appendix B). A key counts when it is down and was not in the report before, so a report that is sent again types
 * nothing. Enter or Tab ends a code.
 */
public final class KeyReports implements HidDecoder {
    /** More than any barcode holds; what is longer is no scan. */
    static final int TEXT_MAX = 4_096;

    private static final int REPORT_BYTES = 8;
    private static final int KEYS_FROM = 2;
    private static final int SHIFT_BITS = 0x22;
    private static final int CONTROL_BITS = 0x11;
    /** Too many keys at once: the report says nothing. */
    private static final int ROLL_OVER = 0x01;

    private static final int ENTER = 0x28;
    private static final int TAB = 0x2B;
    private static final int KEYPAD_ENTER = 0x58;

    private final StringBuilder text = new StringBuilder();
    private byte[] before = new byte[REPORT_BYTES];
    private boolean isTooLong;

    @Override
    public void take(byte[] report, int count, Consumer<HidScan> scans) {
        if (count < REPORT_BYTES || report[KEYS_FROM] == ROLL_OVER) return;
        for (int i = KEYS_FROM; i < REPORT_BYTES; i++) {
            if (report[i] != 0 && !wasDown(report[i])) press(report[i] & 0xFF, report[0], scans);
        }
        before = Arrays.copyOf(report, REPORT_BYTES);
    }

    private boolean wasDown(byte usage) {
        for (int i = KEYS_FROM; i < REPORT_BYTES; i++) if (before[i] == usage) return true;
        return false;
    }

    private void press(int usage, byte modifiers, Consumer<HidScan> scans) {
        if (usage == ENTER || usage == KEYPAD_ENTER || usage == TAB) {
            end(scans);
            return;
        }
        char key = KeyLayout.of(usage, (modifiers & SHIFT_BITS) != 0, (modifiers & CONTROL_BITS) != 0);
        if (key == KeyLayout.NONE) return;
        if (text.length() == TEXT_MAX) isTooLong = true;
        else text.append(key);
    }

    /** What was typed since the last code ended. */
    public String open() {
        return text.toString();
    }

    @Override
    public void pause(Consumer<HidScan> scans) {
        end(scans);
    }

    private void end(Consumer<HidScan> scans) {
        if (!text.isEmpty() && !isTooLong) scans.accept(new HidScan(text.toString(), ""));
        text.setLength(0);
        isTooLong = false;
    }
}
