package tillbook.printing.escpos;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** How a printer for Chinese reads the bytes of its texts; a setting of the printer, shown by its test strip. */
public enum TextEncoding {
    GB18030(Charset.forName("GB18030")),
    GBK(Charset.forName("GBK")),
    UTF_8(StandardCharsets.UTF_8);

    private final Charset charset;

    TextEncoding(Charset charset) {
        this.charset = charset;
    }

    /** The JDK's name for it. */
    public Charset charset() {
        return charset;
    }
}
