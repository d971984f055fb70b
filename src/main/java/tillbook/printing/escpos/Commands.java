package tillbook.printing.escpos;

/**
 * The few commands that our sheets are made of, each named by what it does. Source: Epson's ESC/POS command reference; the
 * manuals of clones agree on these.
 */
final class Commands {
    /** ESC @: forgets styles, keeps the paper. */
    static final byte[] RESET = {0x1B, 0x40};
    /** FS &. */
    static final byte[] CHINESE_ON = {0x1C, 0x26};
    /** FS ( C function 48. */
    static final byte[] UTF_8_ON = {0x1C, 0x28, 0x43, 2, 0, 0x30, 2};
    /** ESC a, with 0 left, 1 centre, 2 right. */
    static final byte[] ALIGN = {0x1B, 0x61};
    /** GS !, with (times wide - 1) in the high half and (times high - 1) in the low one. */
    static final byte[] SIZE = {0x1D, 0x21};
    /** ESC E, with 0 or 1. */
    static final byte[] BOLD = {0x1B, 0x45};
    /** GS B, with 0 or 1. */
    static final byte[] REVERSE = {0x1D, 0x42};
    /** GS h: how high a barcode is, in dots; GS H 0: no text of the printer's below it; GS w with the dots of a module. */
    static final byte[] BARCODE_SHAPE = {0x1D, 0x68, 72, 0x1D, 0x48, 0, 0x1D, 0x77};
    /** GS k 73, with the count of bytes that follow. */
    static final byte[] CODE128 = {0x1D, 0x6B, 73};
    /** GS ( k: model 2. */
    static final byte[] QR_MODEL = {0x1D, 0x28, 0x6B, 4, 0, 0x31, 0x41, 0x32, 0};
    /** GS ( k, with the dots of a module. */
    static final byte[] QR_SIZE = {0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x43};
    /** GS ( k: level M. */
    static final byte[] QR_LEVEL = {0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x45, 0x31};
    /** GS ( k, with the count of what follows in two bytes. */
    static final byte[] QR_STORE = {0x1D, 0x28, 0x6B};
    /** What follows the count. */
    static final byte[] QR_STORE_KIND = {0x31, 0x50, 0x30};
    /** GS ( k. */
    static final byte[] QR_PRINT = {0x1D, 0x28, 0x6B, 3, 0, 0x31, 0x51, 0x30};
    /** GS v 0, with the bytes of a row and the rows, two bytes each. */
    static final byte[] RASTER = {0x1D, 0x76, 0x30, 0};
    /** FS p: the first picture that was stored. */
    static final byte[] LOGO_FS_P = {0x1C, 0x70, 1, 0};
    /** GS ( L: the picture under the key "TB". */
    static final byte[] LOGO_GS_L = {0x1D, 0x28, 0x4C, 6, 0, 0x30, 0x45, 'T', 'B', 1, 1};
    /** ESC d, with the rows. */
    static final byte[] FEED = {0x1B, 0x64};
    /** ESC J: the white that a code needs above and below. */
    static final byte[] QUIET = {0x1B, 0x4A, 24};
    /** GS V 66. */
    static final byte[] CUT_PARTIAL = {0x1D, 0x56, 66, 0};
    /** GS V 65. */
    static final byte[] CUT_FULL = {0x1D, 0x56, 65, 0};

    static final int LF = 0x0A;

    private Commands() {}
}
