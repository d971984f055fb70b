package tillbook.printing.escpos;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Style;

/**
 * A strip that shows the same words in every encoding, one row each, by the name that the setting has: the row that can be
 * read names the setting of the printer. The others are garbage, as they must be. Pure.
 */
public final class EncodingStrip {
    private static final String WORDS = " 明账 ￥12.05 ·①";

    private EncodingStrip() {}

    /** The strip, and below it on the same paper a page for the same printer. */
    public static Encoded above(Encoded page, PrinterProfile profile) {
        TextEncoding[] all = TextEncoding.values();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int[] rowEnds = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            bytes.writeBytes(row(all[i], profile).bytes());
            rowEnds[i] = bytes.size();
        }
        return page.below(bytes.toByteArray(), rowEnds);
    }

    private static Encoded row(TextEncoding encoding, PrinterProfile profile) {
        Document row = Document.of(new Element.Text(setting(encoding) + WORDS, Style.PLAIN));
        return new EscPosEncoder(profile.with(encoding)).encode(row);
    }

    /** As {@code printer.encoding} is written. */
    static String setting(TextEncoding encoding) {
        return encoding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
