package tillbook.catalog;

/** What came of adding an unknown good at the counter, see {@link Catalog#add}. Immutable. */
public sealed interface AddAnswer {
    /** It is in the catalogue, on sale, by the piece. */
    record Added(Good good) implements AddAnswer {}

    /**
     * The code is known, on sale or not, and nothing has changed: a good is not given another price or name in passing.
     *
     * @param good as it is, perhaps under another form of the code
     */
    record Known(Good good) implements AddAnswer {}

    /** Nothing is kept. */
    record Refused(GoodProblem problem) implements AddAnswer {}
}
