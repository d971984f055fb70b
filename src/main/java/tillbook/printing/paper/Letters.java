package tillbook.printing.paper;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Puts the bytes of letters together, as the printer's setting for its texts reads them. Owned by one thread. */
final class Letters {
    /** What a wrong byte prints: garbage, and always the same. */
    static final int GARBAGE = 0xFFFD;
    /** The letter is not complete yet. */
    static final int MORE = -1;

    private static final int LEAD_MIN = 0x81;
    private static final int TRAIL_MIN = 0x40;

    private final Charset chinese;
    private final byte[] letter = new byte[4];
    private int have;
    private boolean utf8;
    private boolean chineseOn;

    Letters(Charset chinese) {
        this.chinese = chinese;
        this.utf8 = chinese.equals(StandardCharsets.UTF_8);
    }

    void reset() {
        have = 0;
        chineseOn = false;
        utf8 = chinese.equals(StandardCharsets.UTF_8);
    }

    void chinese(boolean on) {
        chineseOn = on;
    }

    void utf8(boolean on) {
        utf8 = on;
    }

    boolean isOpen() {
        return have > 0;
    }

    /** The letter that this byte completes, {@link #MORE}, or {@link #GARBAGE}. */
    int take(int value) {
        if (have == 0 && value < 0x80) return value;
        if (!utf8 && !chineseOn) return GARBAGE;
        letter[have++] = (byte) value;
        return utf8 ? utf8Letter() : doubleByteLetter(value);
    }

    private int doubleByteLetter(int value) {
        if (have == 1) return value >= LEAD_MIN ? MORE : garbage();
        return value < TRAIL_MIN ? garbage() : decoded(chinese);
    }

    private int utf8Letter() {
        int first = letter[0] & 0xFF;
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
        if (length == 1) return garbage();
        return have < length ? MORE : decoded(StandardCharsets.UTF_8);
    }

    private int garbage() {
        have = 0;
        return GARBAGE;
    }

    private int decoded(Charset charset) {
        String text = new String(Arrays.copyOf(letter, have), charset);
        have = 0;
        return text.codePointCount(0, text.length()) == 1 ? text.codePointAt(0) : GARBAGE;
    }
}
