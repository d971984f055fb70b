package tillbook.printing.document;

/** The rolls that receipt printers take. */
public enum PaperWidth {
    MM_58(32),
    MM_80(48);

    private final int columns;

    PaperWidth(int columns) {
        this.columns = columns;
    }

    /** How many cells of the ordinary size a row has. */
    public int columns() {
        return columns;
    }
}
