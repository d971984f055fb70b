package tillbook.hardware.mock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A keyboard, or a scanner that types like one. */
public final class MockKeyboard extends MockDevice {
    private static final String REPORTS = "05010906a101050719e029e71500250175019508810295017508810195057501050819012905"
            + "910295017503910195067508150025650507190029658100c0";
    private static final String KEYS = "abcdefghijklmnopqrstuvwxyz1234567890\n\0\0\t -=[]\\#;'`,./";
    private static final String SHIFTED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()\0\0\0\0\0_+{}|~:\"~<>?";
    private static final int FIRST_USAGE = 4;
    private static final byte LEFT_SHIFT = 2;

    /** As it names itself. */
    public MockKeyboard(String model, String maker, String product, String serial) {
        super(model, 1, faces(1, 1, REPORTS, 8), List.of(maker, product, serial));
    }

    /** A HID interface with one interrupt pipe. */
    static String faces(int subclass, int protocol, String descriptor, int packetBytes) {
        int bytes = hex(descriptor).length;
        return String.format(
                "0904 00 00 01 03 %02x %02x 00  0921 1101 00 01 22 %02x%02x  0705 81 03 %02x00 04",
                subclass, protocol, bytes & 0xFF, bytes >> 8, packetBytes);
    }

    @Override
    byte @Nullable [] classRequest(int type, int request, int value, int index, int length) {
        if (type == 0x81 && value == 0x2200) return hex(REPORTS);
        return type == 0x21 ? new byte[0] : null;
    }

    /** Types this, each key down and up, and the report of a key down sent twice, as scanners do. */
    public void type(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean shift = KEYS.indexOf(letter) < 0;
            int usage = FIRST_USAGE + (shift ? SHIFTED : KEYS).indexOf(letter);
            byte[] down = {shift ? LEFT_SHIFT : 0, 0, (byte) usage, 0, 0, 0, 0, 0};
            say(down);
            say(down.clone());
            say(new byte[8]);
        }
    }
}
