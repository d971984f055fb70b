package tillbook.printing.escpos;

/** Who draws a code. */
public enum CodeCommand {
    /** The printer, by its own command. */
    NATIVE,
    /** We, dot by dot. */
    RASTER
}
