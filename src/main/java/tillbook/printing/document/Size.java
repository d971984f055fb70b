package tillbook.printing.document;

/** How large characters are, as multiples of the printer's ordinary ones. */
public enum Size {
    NORMAL(1, 1),
    /** As wide as usual, twice as high: stands out without costing columns. */
    TALL(1, 2),
    /** Twice as wide and as high. */
    LARGE(2, 2);

    private final int wide;
    private final int high;

    Size(int wide, int high) {
        this.wide = wide;
        this.high = high;
    }

    /** 1 or 2. */
    public int wide() {
        return wide;
    }

    /** 1 or 2. */
    public int high() {
        return high;
    }
}
