package tillbook.desktop.checkout.screen;

/** What came of something a person did, in one word. */
public enum Manner {
    /** A scan was taken. */
    TAKEN,
    /** It was not done, and the screen says why. */
    REFUSED,
    /** The person is asked. */
    ASKS,
    /** Done; the screen shows it. */
    QUIET
}
