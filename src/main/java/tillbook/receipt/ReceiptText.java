package tillbook.receipt;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import tillbook.printing.document.PaperWidth;
import tillbook.printing.document.PlainLines;

/**
 * A slip in lines of a fixed width, from the same document that a printer gets and by the printer's rule of widths: long
 * names wrap, nothing is cut, amounts stand flush right, and the END mark tells a whole receipt from a torn one.
 * Immutable, safe from any thread.
 */
public final class ReceiptText {
    /** A roll of 58 mm. */
    public static final int COLUMNS_58_MM = PaperWidth.MM_58.columns();
    /** A roll of 80 mm. */
    public static final int COLUMNS_80_MM = PaperWidth.MM_80.columns();

    private final int columns;
    private final ReceiptDocuments documents;

    /** For paper of {@code columns} cells; {@code zone} is that of the shop's clock. */
    public ReceiptText(int columns, Locale language, ZoneId zone) {
        PaperWidth width = columns < COLUMNS_80_MM ? PaperWidth.MM_58 : PaperWidth.MM_80;
        this.columns = columns;
        this.documents = new ReceiptDocuments(Template.plain(width), language, zone, null);
    }

    /** The slip, each line at most as wide as the paper. */
    public List<String> lines(Slip slip) {
        return PlainLines.of(documents.of(slip), columns);
    }
}
