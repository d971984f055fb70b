package tillbook.hardware.hid;

/**
 * The characters of key usages (HID Usage Tables, page 07) on a US keyboard, which every scanner speaks by default. Caps
 * lock is no matter: the lamp belongs to the keyboard that was pressed, and a scanner of ours has no other.
 */
final class KeyLayout {
    static final char NONE = 0;

    private static final int FIRST = 0x04;
    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyz1234567890\0\0\0\0 -=[]\\#;'`,./";
    private static final String SHIFTED = "ABCDEFGHIJKLMNOPQRSTUVWXYZ!@#$%^&*()\0\0\0\0 _+{}|~:\"~<>?";
    private static final int KEYPAD_FIRST = 0x54;
    private static final String KEYPAD = "/*-+\0001234567890.";
    private static final int CLOSING_BRACKET = 0x30;
    /** GS1's separator, which scanners type as Ctrl and the closing bracket. */
    private static final char GROUP_SEPARATOR = 0x1D;

    private KeyLayout() {}

    /** {@link #NONE} for a key that writes nothing. */
    static char of(int usage, boolean shift, boolean control) {
        if (control) return usage == CLOSING_BRACKET ? GROUP_SEPARATOR : NONE;
        if (usage >= KEYPAD_FIRST) return at(KEYPAD, usage - KEYPAD_FIRST);
        return at(shift ? SHIFTED : PLAIN, usage - FIRST);
    }

    private static char at(String keys, int index) {
        return index >= 0 && index < keys.length() ? keys.charAt(index) : NONE;
    }
}
