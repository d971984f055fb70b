package tillbook.journal.tape;

/** What came of mending a segment. */
public sealed interface Mending {
    /**
     * The segment is whole again.
     *
     * @param recordsMended records that were put back
     * @param keptAs name under which the damaged file is kept in the same folder
     */
    record Mended(long recordsMended, String keptAs) implements Mending {}

    /** The segment was whole; nothing was changed. */
    record NothingToMend() implements Mending {}

    /** This place stays damaged, as nobody knew what it held; nothing was changed. */
    record CannotMend(Damage damage) implements Mending {}
}
