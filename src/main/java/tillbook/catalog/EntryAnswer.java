package tillbook.catalog;

/** What came of putting one good into the catalogue by hand. Immutable. */
public sealed interface EntryAnswer {
    record Added(Good good) implements EntryAnswer {}

    /** The good was there and is different now. */
    record Changed(Good good) implements EntryAnswer {}

    record Unchanged(Good good) implements EntryAnswer {}

    /** Nothing is kept. */
    record Refused(GoodProblem problem) implements EntryAnswer {}
}
