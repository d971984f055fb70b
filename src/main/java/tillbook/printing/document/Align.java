package tillbook.printing.document;

/** Where on the paper's width a row stands. */
public enum Align {
    LEFT,
    CENTRE,
    RIGHT
}
