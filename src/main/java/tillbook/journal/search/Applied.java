package tillbook.journal.search;

/**
 * How far the copy has followed the tape.
 *
 * @param sequence the last applied record, 0 if none
 * @param hash its hash, zeros if none; not to be changed
 * @param sums the sums of the marks of each table
 */
@SuppressWarnings("ArrayRecordComponent") // Only ever compared by its parts.
record Applied(long sequence, byte[] hash, Sums sums) {
    record Sums(long sales, long lines, long attempts, long tenders) {
        Sums plus(long moreSales, long moreLines, long moreAttempts, long moreTenders) {
            return new Sums(sales + moreSales, lines + moreLines, attempts + moreAttempts, tenders + moreTenders);
        }
    }
}
