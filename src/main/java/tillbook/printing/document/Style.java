package tillbook.printing.document;

/**
 * How a row looks. Immutable.
 *
 * @param reverse white on black, as copies are marked
 */
public record Style(Align align, Size size, boolean bold, boolean reverse) {
    public static final Style PLAIN = new Style(Align.LEFT, Size.NORMAL, false, false);
    public static final Style CENTRED = new Style(Align.CENTRE, Size.NORMAL, false, false);
    public static final Style BOLD = new Style(Align.LEFT, Size.NORMAL, true, false);
    /** The name of the shop. */
    public static final Style TITLE = new Style(Align.CENTRE, Size.LARGE, true, false);
    /** The kind of a slip. */
    public static final Style HEADING = new Style(Align.CENTRE, Size.NORMAL, true, false);
    /** The total. */
    public static final Style TALL = new Style(Align.LEFT, Size.TALL, true, false);
    /** What nobody may overlook: a copy, no proof. */
    public static final Style REVERSE = new Style(Align.CENTRE, Size.NORMAL, false, true);
}
