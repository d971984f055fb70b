package tillbook.printing.escpos;

import tillbook.printing.document.PaperWidth;

/**
 * How one kind of printer is spoken to. Immutable.
 *
 * @param name as it stands in the settings
 * @param dots how many dots a row has, a multiple of 8: 384 or 576 on most
 * @param tearRows how many rows to feed where there is no cutter
 */
public record PrinterProfile(
        String name,
        PaperWidth width,
        int dots,
        TextEncoding encoding,
        CodeCommand qr,
        CodeCommand barcode,
        LogoCommand logo,
        CutCommand cut,
        int tearRows) {
    public static final int TEAR_ROWS_MAX = 12;

    private static final int CELL_DOTS = 12;
    private static final int DOTS_MAX = 1_024;

    public PrinterProfile {
        if (dots % 8 != 0 || dots < width.columns() * CELL_DOTS || dots > DOTS_MAX) {
            throw new IllegalArgumentException(
                    "profile " + name + ": " + dots + " dots are no width of such a printer");
        }
        if (tearRows < 0 || tearRows > TEAR_ROWS_MAX) {
            throw new IllegalArgumentException("profile " + name + ": feed at most " + TEAR_ROWS_MAX + " rows");
        }
    }

    /** The same printer, read in another way. */
    public PrinterProfile with(TextEncoding changed) {
        return new PrinterProfile(name, width, dots, changed, qr, barcode, logo, cut, tearRows);
    }

    /** The same printer, codes drawn by another one. */
    public PrinterProfile withCodes(CodeCommand changed) {
        return new PrinterProfile(name, width, dots, encoding, changed, changed, logo, cut, tearRows);
    }
}
