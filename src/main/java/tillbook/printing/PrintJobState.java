package tillbook.printing;

/** Where a receipt's print job stands. Exactly-once on paper is impossible, so every doubt has a state of its own. */
public enum PrintJobState {
    /** A voucher owed: a person prints it, hands it out otherwise, or gives the money back. */
    HELD,
    /** To be printed by itself as soon as a printer is ready; not one byte was sent. */
    QUEUED,
    /** Committed before the first byte; from now on the unmarked original is spent. */
    SENDING,
    /** All bytes were taken; says nothing about paper. */
    SENT,
    /** The printer said that it was printed, or a person did. */
    CONFIRMED,
    /** Cover, paper, link or time-out in between: nobody knows yet. */
    UNKNOWN,
    /** This printer cannot tell. */
    UNCONFIRMABLE
}
