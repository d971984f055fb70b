package tillbook.scan;

/**
 * The kind of barcode, as a scanner tells it by an AIM identifier in front of the text: {@code ]}, a letter, a digit or
 * letter (ISO/IEC 15424). It rules out meanings.
 */
public enum Symbology {
    /** EAN-13, EAN-8, UPC: {@code ]E}. Goods and 13-digit scale labels. */
    EAN,
    /** Interleaved 2 of 5: {@code ]I}. Outer cartons and scale labels. */
    ITF,
    /** Code 128 without GS1 data: {@code ]C0}. Anything: wallets, our receipts and long scale labels all use it. */
    CODE_128,
    /** GS1 element strings: {@code ]C1 ]e0 ]d2 ]Q3 ]J1}. Goods by their (01) element. */
    GS1,
    /** QR: {@code ]Q} but {@code ]Q3}. Wallets; never a scale label. */
    QR,
    /** Any other, or none told. */
    UNTOLD;

    private static final int AIM_CHARS = 3;

    /** How many characters of the text are the identifier. */
    static int aimLength(String text) {
        boolean told = text.length() >= AIM_CHARS
                && text.charAt(0) == ']'
                && Character.isLetter(text.charAt(1))
                && Character.isLetterOrDigit(text.charAt(2));
        return told ? AIM_CHARS : 0;
    }

    /** What an AIM identifier such as {@code ]E0} says; {@link #UNTOLD} for the empty text. */
    public static Symbology ofAim(String aim) {
        return switch (aim) {
            case "]C1", "]e0", "]d2", "]Q3", "]J1" -> GS1;
            case "]C0" -> CODE_128;
            default -> ofLetter(aim.isEmpty() ? ' ' : aim.charAt(1));
        };
    }

    private static Symbology ofLetter(char letter) {
        return switch (letter) {
            case 'E' -> EAN;
            case 'I' -> ITF;
            case 'Q' -> QR;
            default -> UNTOLD;
        };
    }

    boolean mayBeScaleLabel() {
        return this != QR && this != GS1;
    }

    boolean mayBePayment() {
        return this == QR || this == CODE_128 || this == UNTOLD;
    }

    boolean mayBeReceipt() {
        return this == CODE_128 || this == QR || this == UNTOLD;
    }
}
