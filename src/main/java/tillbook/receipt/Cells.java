package tillbook.receipt;

import java.util.ArrayList;
import java.util.List;

/**
 * How wide text is on a receipt. Cells on paper are the bytes of the printer's own font, not what Unicode says of a
 * character's width: a printer for Chinese gives two cells to {@code ×}, {@code —} and {@code é} alike. Pure.
 */
public final class Cells {
    private static final int ASCII_END = 0x80;
    private static final char YEN = '¥';
    private static final char FULL_WIDTH_YEN = '￥';

    private Cells() {}

    /** One for ASCII, two for everything else. */
    public static int width(int codePoint) {
        return codePoint < ASCII_END ? 1 : 2;
    }

    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** The text as a printer can hold it: one line, without control characters, the half-width yen sign widened. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.replace(YEN, FULL_WIDTH_YEN)
                .codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }

    /** The text in lines of at most {@code columns} (2 or more), broken at a space where there is one. Loses nothing but that space. */
    static List<String> wrapped(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String rest = plain(text);
        while (width(rest) > columns) {
            int end = fitting(rest, columns);
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : end;
            lines.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        if (!rest.isEmpty() || lines.isEmpty()) lines.add(rest);
        return lines;
    }

    /** How many chars of the text fit. */
    private static int fitting(String text, int columns) {
        int used = 0;
        int at = 0;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            used += width(codePoint);
            if (used > columns) return at;
            at += Character.charCount(codePoint);
        }
        return at;
    }

    static List<String> centred(String text, int columns) {
        return wrapped(text, columns).stream()
                .map(line -> " ".repeat((columns - width(line)) / 2) + line)
                .toList();
    }

    /** Left and right on one line, the right end flush; where both do not fit, the left in lines of its own first. */
    static List<String> spread(String left, String right, int columns) {
        String shownLeft = plain(left);
        String shownRight = plain(right);
        int gap = columns - width(shownLeft) - width(shownRight);
        if (gap >= 1) return List.of(shownLeft + " ".repeat(gap) + shownRight);
        List<String> lines = new ArrayList<>(wrapped(shownLeft, columns));
        lines.addAll(flushRight(shownRight, columns));
        return lines;
    }

    private static List<String> flushRight(String text, int columns) {
        return wrapped(text, columns).stream()
                .map(line -> " ".repeat(columns - width(line)) + line)
                .toList();
    }

    /** A label with its value behind it, or the value in a line of its own where both do not fit. */
    static List<String> labelled(String label, String value, int columns) {
        String whole = plain(label + " " + value);
        if (width(whole) <= columns) return List.of(whole);
        List<String> lines = new ArrayList<>(wrapped(label, columns));
        lines.addAll(wrapped(value, columns));
        return lines;
    }
}
