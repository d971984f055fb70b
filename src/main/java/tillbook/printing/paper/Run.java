package tillbook.printing.paper;

/**
 * Characters that stand side by side and look alike. Immutable.
 *
 * @param leftDots from the left edge of the printable width
 * @param wide times an ordinary character's width, 1–8
 * @param high times its height, 1–8
 * @param reverse white on black
 */
public record Run(int leftDots, String text, int wide, int high, boolean bold, boolean reverse, boolean underlined) {
    /** An ASCII character of the ordinary size; everything else is twice as wide. */
    public static final int CELL_DOTS = 12;
    /** Of an ordinary character. */
    public static final int HEIGHT_DOTS = 24;

    /** How wide one character of this run is. */
    public int dotsOf(int codePoint) {
        return (codePoint < 0x80 ? CELL_DOTS : 2 * CELL_DOTS) * wide;
    }

    /** How wide all of it is. */
    public int widthDots() {
        return text.codePoints().map(this::dotsOf).sum();
    }
}
