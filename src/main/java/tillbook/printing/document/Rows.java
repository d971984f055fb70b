package tillbook.printing.document;

/** Takes a document row by row, already wrapped. */
public interface Rows {
    /**
     * One row of text.
     *
     * @param row printable characters, not padded; valid only during the call
     * @param cells how wide the row is, in cells of its own size
     */
    void text(CharSequence row, int cells, Style style);

    void rule();

    void space();

    void barcode(String data);

    void qr(String data);

    void logo();

    void cut();
}
