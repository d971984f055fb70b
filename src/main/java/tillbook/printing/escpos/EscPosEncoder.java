package tillbook.printing.escpos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import tillbook.printing.document.Align;
import tillbook.printing.document.Document;
import tillbook.printing.document.Rows;
import tillbook.printing.document.Size;
import tillbook.printing.document.Style;
import tillbook.printing.document.Typesetter;

/**
 * Makes the bytes of a printer from a document. Whatever the document says, the bytes hold no command that a printer
 * would obey out of turn, and a character that the printer lacks stands as {@code □} and is named in the result.
 *
 * <p>Owned by one thread: its buffers are used again for each document, as a receipt must be ready within microseconds.
 */
public final class EscPosEncoder implements Rows {
    private static final int REPLACED_MAX = 32;
    private static final int BREAKS_FIRST = 256;

    private final PrinterProfile profile;
    private final Glyphs glyphs;
    private final Typesetter typesetter;
    private final ByteSink out = new ByteSink();
    private final RasterCodes raster = new RasterCodes(out, this::mayBreak);
    private final StringBuilder replaced = new StringBuilder();
    private int[] breaks = new int[BREAKS_FIRST];
    private int breakCount;
    private Align align = Align.LEFT;
    private Size size = Size.NORMAL;
    private boolean bold;
    private boolean reverse;

    public EscPosEncoder(PrinterProfile profile) {
        this.profile = profile;
        this.glyphs = Glyphs.of(profile.encoding());
        this.typesetter = new Typesetter(profile.width().columns(), true);
    }

    /** The whole document, from the reset of the printer to the cut if it has one. */
    public Encoded encode(Document document) {
        begin();
        typesetter.set(document, this);
        mayBreak();
        return new Encoded(out.copy(), Arrays.copyOf(breaks, breakCount), replaced.toString());
    }

    private void begin() {
        out.clear();
        replaced.setLength(0);
        breakCount = 0;
        align = Align.LEFT;
        size = Size.NORMAL;
        bold = false;
        reverse = false;
        out.add(Commands.RESET);
        out.add(profile.encoding() == TextEncoding.UTF_8 ? Commands.UTF_8_ON : Commands.CHINESE_ON);
    }

    /** Between two commands: here a part may end. */
    private void mayBreak() {
        if (breakCount == breaks.length) breaks = Arrays.copyOf(breaks, breaks.length * 2);
        breaks[breakCount++] = out.length();
    }

    @Override
    public void text(CharSequence row, int cells, Style style) {
        change(style);
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c < 0x80) out.add(c);
            else if (Character.isHighSurrogate(c)) lacking(Character.codePointAt(row, i++));
            else wide(c);
        }
        lineEnds();
    }

    private void wide(char c) {
        if (glyphs.has(c)) glyph(c);
        else lacking(c);
    }

    private void lacking(int codePoint) {
        if (replaced.length() < REPLACED_MAX && replaced.indexOf(Character.toString(codePoint)) < 0) {
            replaced.appendCodePoint(codePoint);
        }
        glyph(Glyphs.REPLACEMENT);
    }

    private void glyph(char c) {
        if (profile.encoding() == TextEncoding.UTF_8) utf8(c);
        else {
            int code = glyphs.code(c);
            out.add(code >> 8);
            out.add(code);
        }
    }

    private void utf8(char c) {
        if (c < 0x800) {
            out.add(0xC0 | c >> 6);
        } else {
            out.add(0xE0 | c >> 12);
            out.add(0x80 | (c >> 6 & 0x3F));
        }
        out.add(0x80 | (c & 0x3F));
    }

    private void lineEnds() {
        out.add(Commands.LF);
        mayBreak();
    }

    private void change(Style style) {
        align(style.align());
        if (style.size() != size) {
            size = style.size();
            set(Commands.SIZE, (size.wide() - 1) << 4 | (size.high() - 1));
        }
        if (style.bold() != bold) {
            bold = style.bold();
            set(Commands.BOLD, bold ? 1 : 0);
        }
        if (style.reverse() != reverse) {
            reverse = style.reverse();
            set(Commands.REVERSE, reverse ? 1 : 0);
        }
    }

    private void align(Align wanted) {
        if (wanted == align) return;
        align = wanted;
        set(
                Commands.ALIGN,
                switch (wanted) {
                    case LEFT -> 0;
                    case CENTRE -> 1;
                    case RIGHT -> 2;
                });
    }

    private void set(byte[] command, int value) {
        out.add(command);
        out.add(value);
    }

    @Override
    public void rule() {
        change(Style.PLAIN);
        out.repeat('-', profile.width().columns());
        lineEnds();
    }

    @Override
    public void space() {
        change(Style.PLAIN);
        lineEnds();
    }

    @Override
    public void barcode(String data) {
        change(Style.CENTRED);
        out.add(Commands.QUIET);
        int moduleDots = Code128Data.moduleDots(data, profile.dots());
        // Printers take modules of 2 dots and more.
        if (profile.barcode() == CodeCommand.NATIVE && moduleDots >= 2) nativeBarcode(data, moduleDots);
        else raster.barcode(data, profile.dots());
        out.add(Commands.QUIET);
        mayBreak();
    }

    private void nativeBarcode(String text, int moduleDots) {
        set(Commands.BARCODE_SHAPE, moduleDots);
        byte[] data = Code128Data.of(text);
        set(Commands.CODE128, data.length);
        out.add(data);
        mayBreak();
    }

    @Override
    public void qr(String data) {
        change(Style.CENTRED);
        out.add(Commands.QUIET);
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        if (profile.qr() == CodeCommand.NATIVE && !RealTime.within(bytes)) nativeQr(bytes);
        else raster.qr(data, profile.dots());
        out.add(Commands.QUIET);
        mayBreak();
    }

    private void nativeQr(byte[] data) {
        out.add(Commands.QR_MODEL);
        set(Commands.QR_SIZE, QrSize.moduleDots(QrSize.modules(data.length), profile.dots()));
        out.add(Commands.QR_LEVEL);
        int count = data.length + Commands.QR_STORE_KIND.length;
        set(Commands.QR_STORE, count & 0xFF);
        out.add(count >> 8);
        out.add(Commands.QR_STORE_KIND);
        out.add(data);
        mayBreak();
        out.add(Commands.QR_PRINT);
        mayBreak();
    }

    @Override
    public void logo() {
        change(Style.CENTRED);
        switch (profile.logo()) {
            case NONE -> {}
            case FS_P -> out.add(Commands.LOGO_FS_P);
            case GS_L -> out.add(Commands.LOGO_GS_L);
        }
        mayBreak();
    }

    @Override
    public void cut() {
        change(Style.PLAIN);
        switch (profile.cut()) {
            case PARTIAL -> out.add(Commands.CUT_PARTIAL);
            case FULL -> out.add(Commands.CUT_FULL);
            case TEAR -> set(Commands.FEED, profile.tearRows());
        }
        mayBreak();
    }
}
