package tillbook.printing.document;

/** One thing that stands on a document, from top to bottom. Texts are as people wrote them. Immutable. */
public sealed interface Element {
    /** A sentence; it wraps. */
    record Text(String text, Style style) implements Element {}

    /** Left and right on one row, the right end flush; where both do not fit, the left in rows of its own first. */
    record Pair(String left, String right, Style style) implements Element {}

    /** A label with its value behind it, or the value in a row of its own: a long number is never broken for its label. */
    record Labelled(String label, String value) implements Element {}

    /** A line across the paper. */
    record Rule() implements Element {}

    /** An empty row. */
    record Space() implements Element {}

    /**
     * A CODE128, centred.
     *
     * @param data 1 to {@link #BARCODE_CHARS_MAX} printable ASCII characters
     */
    record Barcode(String data) implements Element {
        public Barcode {
            if (data.isEmpty() || data.length() > BARCODE_CHARS_MAX || !isPrintableAscii(data)) {
                throw new IllegalArgumentException(
                        "a barcode holds 1 to " + BARCODE_CHARS_MAX + " printable ASCII characters: " + data);
            }
        }
    }

    /**
     * A QR code, centred.
     *
     * @param data 1 to {@link #QR_BYTES_MAX} bytes of UTF-8
     */
    record Qr(String data) implements Element {
        public Qr {
            if (data.isEmpty() || utf8Length(data) > QR_BYTES_MAX) {
                throw new IllegalArgumentException("a QR code on a receipt holds 1 to " + QR_BYTES_MAX + " bytes, not "
                        + utf8Length(data) + ": shorten what it says");
            }
        }
    }

    /** The place of the shop's logo; nothing stands there with a printer that has none. */
    record Logo() implements Element {}

    /** The end of the sheet. */
    record Cut() implements Element {}

    /** More would be too wide for a roll of 58 mm, whatever the printer. */
    int BARCODE_CHARS_MAX = 28;
    /** Version 18 at level M: its modules are still 3 dots wide on a roll of 58 mm. */
    int QR_BYTES_MAX = 560;

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~') return false;
        }
        return true;
    }

    private static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }
}
