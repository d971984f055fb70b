package tillbook.printing.escpos;

/** How a logo comes out of the printer's own memory. */
public enum LogoCommand {
    /** There is none, so nothing is sent. */
    NONE,
    /** The first stored picture, by the older command: {@code FS p 1 0}. */
    FS_P,
    /** The picture stored under the key "TB", by the newer one: {@code GS ( L} function 69. */
    GS_L
}
