package tillbook.printing.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A document as lines of text for a screen or a file: what can be read of it, padded to where it stands. Codes, which
 * repeat what stands in words, the logo and the cut are left out. Pure.
 */
public final class PlainLines {
    private PlainLines() {}

    /** Lines of at most {@code columns} cells. */
    public static List<String> of(Document document, int columns) {
        Collector collector = new Collector(columns);
        new Typesetter(columns, false).set(document, collector);
        return collector.lines;
    }

    private static final class Collector implements Rows {
        private final int columns;
        private final List<String> lines = new ArrayList<>();

        Collector(int columns) {
            this.columns = columns;
        }

        @Override
        public void text(CharSequence row, int cells, Style style) {
            lines.add(" ".repeat(indent(columns - cells, style.align())) + row);
        }

        private static int indent(int free, Align align) {
            return switch (align) {
                case LEFT -> 0;
                case CENTRE -> free / 2;
                case RIGHT -> free;
            };
        }

        @Override
        public void rule() {
            lines.add("-".repeat(columns));
        }

        @Override
        public void space() {
            lines.add("");
        }

        @Override
        public void barcode(String data) {}

        @Override
        public void qr(String data) {}

        @Override
        public void logo() {}

        @Override
        public void cut() {}
    }
}
