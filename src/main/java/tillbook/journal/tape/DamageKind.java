package tillbook.journal.tape;

/** What is wrong with a tape at one place. */
public enum DamageKind {
    /** The head of the segment is not whole. */
    HEADER,
    /** The snapshot that every segment begins with is not whole. */
    SNAPSHOT,
    /** A record that had been acknowledged is not whole. */
    RECORD,
    /** A whole record that does not continue the one before. */
    CHAIN,
    /** The seal is missing, not whole or counts other records. */
    SEAL,
    /** Something was written behind the seal. */
    BEHIND_SEAL,
    /** The tape ends before a record that was acknowledged. */
    TOO_SHORT,
    /** A segment between two others is not there. */
    MISSING_SEGMENT,
    /** A segment continues something else than the segment before it holds. */
    BROKEN_LINK
}
