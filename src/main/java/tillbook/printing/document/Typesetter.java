package tillbook.printing.document;

/**
 * Sets a document in rows of a fixed width: long texts wrap, at a space where there is one, and nothing is ever cut. The
 * terminal and the printer get their rows from here, so both show the same.
 *
 * <p>Owned by one thread: it reuses its buffer.
 */
public final class Typesetter {
    /** Room for one character of two cells in the large size. */
    public static final int COLUMNS_MIN = 4;

    private final int columns;
    private final boolean sized;
    private final StringBuilder row = new StringBuilder();

    /**
     * For paper of so many cells.
     *
     * @param columns {@link #COLUMNS_MIN} or more
     * @param sized whether large characters take more cells; on a screen all are alike
     */
    public Typesetter(int columns, boolean sized) {
        if (columns < COLUMNS_MIN) throw new IllegalArgumentException("too narrow for any text: " + columns);
        this.columns = columns;
        this.sized = sized;
    }

    /** Gives the whole document to {@code out}, from top to bottom. */
    public void set(Document document, Rows out) {
        for (Element element : document.elements()) set(element, out);
    }

    private void set(Element element, Rows out) {
        switch (element) {
            case Element.Text text -> wrap(Cells.plain(text.text()), text.style(), out);
            case Element.Pair pair -> pair(pair, out);
            case Element.Labelled labelled -> labelled(labelled, out);
            case Element.Rule _ -> out.rule();
            case Element.Space _ -> out.space();
            case Element.Barcode barcode -> out.barcode(barcode.data());
            case Element.Qr qr -> out.qr(qr.data());
            case Element.Logo _ -> out.logo();
            case Element.Cut _ -> out.cut();
        }
    }

    private int columns(Style style) {
        return sized ? columns / style.size().wide() : columns;
    }

    private void pair(Element.Pair pair, Rows out) {
        String left = Cells.plain(pair.left());
        String right = Cells.plain(pair.right());
        int width = columns(pair.style());
        int leftCells = Cells.width(left);
        int gap = width - leftCells - Cells.width(right);
        if (gap >= 1) {
            row.setLength(0);
            row.append(left).repeat(' ', gap).append(right);
            out.text(row, width, pair.style());
        } else {
            wrap(left, pair.style(), out);
            wrap(right, flushRight(pair.style()), out);
        }
    }

    private static Style flushRight(Style style) {
        return new Style(Align.RIGHT, style.size(), style.bold(), style.reverse());
    }

    private void labelled(Element.Labelled labelled, Rows out) {
        String label = Cells.plain(labelled.label());
        String value = Cells.plain(labelled.value());
        int cells = Cells.width(label) + 1 + Cells.width(value);
        if (cells <= columns) {
            row.setLength(0);
            row.append(label).append(' ').append(value);
            out.text(row, cells, Style.PLAIN);
        } else {
            wrap(label, Style.PLAIN, out);
            wrap(value, Style.PLAIN, out);
        }
    }

    /** Loses nothing but the space at which a row ends. An empty text is an empty row. */
    private void wrap(String text, Style style, Rows out) {
        int width = columns(style);
        int from = 0;
        do {
            int end = fitting(text, from, width);
            int cut = end == text.length() ? end : lastSpace(text, from, end);
            emit(text, from, cut, style, out);
            from = afterSpaces(text, cut);
        } while (from < text.length());
    }

    private void emit(String text, int from, int to, Style style, Rows out) {
        int end = to;
        while (end > from && text.charAt(end - 1) == ' ') end--;
        row.setLength(0);
        row.append(text, from, end);
        out.text(row, Cells.width(row), style);
    }

    /** The end of what fits from {@code from} on: at least one character, never half of one. */
    private static int fitting(String text, int from, int width) {
        int used = 0;
        int at = from;
        while (at < text.length()) {
            int codePoint = text.codePointAt(at);
            used += Cells.width(codePoint);
            if (used > width) return at;
            at += Character.charCount(codePoint);
        }
        return at;
    }

    /** Where to break: at the last space up to {@code end}, or at {@code end} where there is none. */
    private static int lastSpace(String text, int from, int end) {
        int space = text.lastIndexOf(' ', end);
        return space > from ? space : end;
    }

    private static int afterSpaces(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') at++;
        return at;
    }
}
