package tillbook.printing.document;

import java.text.Normalizer;

/**
 * How wide text is on a receipt. Cells on paper are the bytes of the printer's own font, not what Unicode says of a
 * character's width: a printer for Chinese gives two cells to {@code ×}, {@code —} and {@code é} alike. Pure.
 */
public final class Cells {
    private static final int ASCII_END = 0x80;
    private static final char YEN = '¥';
    private static final char FULL_WIDTH_YEN = '￥';
    private static final char FIRST_COMBINING = 0x300;
    private static final char REPLACEMENT = 0xFFFD;

    private Cells() {}

    /** One for ASCII, two for everything else. */
    public static int width(int codePoint) {
        return codePoint < ASCII_END ? 1 : 2;
    }

    /** Of all characters together. */
    public static int width(CharSequence text) {
        int cells = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A pair of surrogates is one character of two cells.
            if (!Character.isLowSurrogate(c)) cells += width(c);
        }
        return cells;
    }

    /**
     * The text as a printer can hold it: one line without control characters, without characters that nobody sees, letters
     * and their accents as one, the half-width yen sign widened, no half of a character.
     */
    public static String plain(String text) {
        String stripped = text.strip();
        for (int i = 0; i < stripped.length(); i++) {
            if (!isPlain(stripped.charAt(i))) return cleaned(stripped);
        }
        return stripped;
    }

    /** Whether a char needs no second look: ASCII, and the blocks in which nearly all of a Chinese receipt lies. */
    private static boolean isPlain(char c) {
        if (c < ASCII_END) return c >= ' ' && c != 0x7F;
        return (c >= 0x2E80 && c < 0xA000) || (c >= 0xFF01 && c <= 0xFFE6) || c == '×' || c == '·';
    }

    private static String cleaned(String text) {
        String composed = hasAccent(text) ? Normalizer.normalize(text, Normalizer.Form.NFC) : text;
        StringBuilder plain = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); ) {
            int codePoint = composed.codePointAt(i);
            i += Character.charCount(codePoint);
            append(plain, codePoint);
        }
        return plain.toString().strip();
    }

    private static boolean hasAccent(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= FIRST_COMBINING) return true;
        return false;
    }

    private static void append(StringBuilder plain, int codePoint) {
        if (codePoint == YEN) plain.append(FULL_WIDTH_YEN);
        else if (isBlank(codePoint)) plain.append(' ');
        else if (codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint)) plain.append(REPLACEMENT);
        else if (!isUnseen(codePoint)) plain.appendCodePoint(codePoint);
    }

    private static boolean isBlank(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (type == Character.SPACE_SEPARATOR && codePoint != 0x3000);
    }

    /** Joiners, marks of direction and selectors of a variant: on paper each would be a box of its own. */
    private static boolean isUnseen(int codePoint) {
        return Character.getType(codePoint) == Character.FORMAT
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
    }
}
