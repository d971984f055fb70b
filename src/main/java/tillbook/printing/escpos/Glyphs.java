package tillbook.printing.escpos;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * What a printer's Chinese font can draw: the characters that its code has in two bytes. Four bytes of GB18030 (emoji,
 * rare Han) lie outside every such font, and what lies in the area for private use is a blank. A table, made once, as
 * each character of each receipt is looked up. Immutable, safe from any thread.
 */
final class Glyphs {
    /** Drawn where the printer lacks a character, so that nobody takes a gap or a question mark for what was sold. */
    static final char REPLACEMENT = '□';

    private static final int CHARS = 1 << 16;
    private static final Glyphs GB18030 = new Glyphs(TextEncoding.GB18030.charset());
    private static final Glyphs GBK = new Glyphs(TextEncoding.GBK.charset());

    private final char[] codes = new char[CHARS];

    private Glyphs(Charset charset) {
        CharsetEncoder encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer in = CharBuffer.allocate(1);
        ByteBuffer out = ByteBuffer.allocate(8);
        for (int c = 0x80; c < CHARS; c++) {
            if (Character.getType(c) != Character.PRIVATE_USE && Character.isDefined(c)) {
                codes[c] = twoBytes(encoder, in.clear().put((char) c).flip(), out.clear());
            }
        }
    }

    /** UTF-8 reaches a font of the same characters; the newest of them is that of GB18030. */
    static Glyphs of(TextEncoding encoding) {
        return encoding == TextEncoding.GBK ? GBK : GB18030;
    }

    private static char twoBytes(CharsetEncoder encoder, CharBuffer in, ByteBuffer out) {
        CoderResult result = encoder.reset().encode(in, out, true);
        if (result.isError() || out.position() != 2) return 0;
        int first = out.get(0) & 0xFF;
        int second = out.get(1) & 0xFF;
        boolean inFont = first >= 0x81 && first <= 0xFE && second >= 0x40 && second != 0x7F;
        return inFont ? (char) (first << 8 | second) : 0;
    }

    /** The two bytes of a char beyond ASCII, or 0 where there is no such glyph. */
    int code(char c) {
        return codes[c];
    }

    boolean has(char c) {
        return c < 0x80 || codes[c] != 0;
    }
}
