package tillbook.journal.search;

/**
 * How far a copy that is being made has come. Immutable.
 *
 * @param records of the tape that are in it; its indexes are made after the last one, and then it is proven
 * @param of so many the tape had when it was begun
 */
public record Making(long records, long of) {}
