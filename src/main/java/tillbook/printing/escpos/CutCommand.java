package tillbook.printing.escpos;

/** How the sheet ends on a printer. */
public enum CutCommand {
    /** Feeds to the cutter and leaves a corner: {@code GS V 66 0}. */
    PARTIAL,
    /** Feeds to the cutter and cuts through: {@code GS V 65 0}. */
    FULL,
    /** No cutter: feeds far enough to tear. */
    TEAR
}
