package tillbook.catalog;

/**
 * Full-width forms turned into the plain ones: a Chinese input method left on makes １２ of 12 and ＡＤ of AD. Pure.
 */
public final class HalfWidth {
    private static final char FIRST_WIDE = '！';
    private static final char LAST_WIDE = '～';
    private static final int OFFSET = FIRST_WIDE - '!';

    private HalfWidth() {}

    /** The same text with plain letters, digits and signs. */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wide = c >= FIRST_WIDE && c <= LAST_WIDE;
            plain.append(wide ? (char) (c - OFFSET) : c);
        }
        return plain.toString();
    }
}
