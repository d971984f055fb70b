package tillbook.journal.tape;

/**
 * Bytes of a write that a crash cut short, behind the last whole record. No force had ever returned for them, so nobody
 * was told that they hold; they are left where they are and the next record goes to a new segment. Immutable.
 *
 * @param segment file name in the tape's folder
 * @param sequence of the first record that was cut short
 * @param offset where its bytes begin
 */
public record TornTail(String segment, long sequence, int offset) {}
