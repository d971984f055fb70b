package tillbook.printing.escpos;

import java.io.ByteArrayOutputStream;
import tillbook.printing.document.Document;
import tillbook.printing.document.Element;
import tillbook.printing.document.Style;

/**
 * A strip that shows the same words in every encoding, one row each: the row that can be read names the setting of the
 * printer. The others are garbage, as they must be. Pure.
 */
public final class EncodingStrip {
    private static final String WORDS = " 明账 ￥12.05 ·①";

    private EncodingStrip() {}

    /** For a printer of which everything but the encoding is known. */
    public static Encoded of(PrinterProfile profile) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (TextEncoding encoding : TextEncoding.values()) {
            Document row = Document.of(new Element.Text(encoding.name() + WORDS, Style.PLAIN));
            bytes.writeBytes(
                    new EscPosEncoder(profile.with(encoding)).encode(row).bytes());
        }
        bytes.writeBytes(new EscPosEncoder(profile)
                .encode(Document.of(new Element.Cut()))
                .bytes());
        return new Encoded(bytes.toByteArray(), new int[] {bytes.size()}, "");
    }
}
