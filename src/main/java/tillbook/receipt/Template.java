package tillbook.receipt;

import java.util.List;
import tillbook.printing.document.PaperWidth;

/**
 * What a shop chooses about its receipts. What a receipt must say is no choice. Immutable.
 *
 * @param header under the shop's name: address, telephone; at most {@link #LINES_MAX}
 * @param footer before the END mark: return policy, thanks; at most {@link #LINES_MAX}
 * @param logo whether the logo stands on top, from the printer's own memory
 * @param barcode whether the receipt's number stands as CODE128, which a scan brings back
 * @param electronic whether the e-receipt stands as QR
 */
public record Template(
        PaperWidth width, List<String> header, List<String> footer, boolean logo, boolean barcode, boolean electronic) {
    public static final int LINES_MAX = 20;

    public Template {
        header = checked(header);
        footer = checked(footer);
    }

    /** Nothing but what every receipt has, with its barcode. */
    public static Template plain(PaperWidth width) {
        return new Template(width, List.of(), List.of(), false, true, false);
    }

    private static List<String> checked(List<String> lines) {
        if (lines.size() > LINES_MAX) {
            throw new IllegalArgumentException(
                    "a receipt has at most " + LINES_MAX + " lines of its own at each end, not " + lines.size());
        }
        return List.copyOf(lines);
    }
}
