package tillbook.journal.search;

/** What became of the wish for a copy that is made anew. */
public sealed interface Remade {
    /** It is there, and can be searched in. */
    record Done() implements Remade {}

    /** It was tried and could not be made; it is tried again after a pause. */
    record Failed(SearchProblem why) implements Remade {}

    /** It is being made, or waits to be. */
    record NotYet() implements Remade {}
}
