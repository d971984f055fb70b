package tillbook.desktop.till;

/** A step of the opening that ended it. Never leaves this package. */
final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Opening why;

    Stopped(Opening why) {
        super(null, null, false, false);
        this.why = why;
    }

    Opening why() {
        return why;
    }
}
