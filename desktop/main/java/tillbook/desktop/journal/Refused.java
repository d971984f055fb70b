package tillbook.desktop.journal;

/** What is asked for cannot be answered. Its text is a whole sentence; it never leaves this package. */
final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int WRONG_USE = 2;
    private static final int BROKEN = 3;

    private final String code;
    private final int exit;

    private Refused(String code, int exit, String sentence) {
        super(sentence);
        this.code = code;
        this.exit = exit;
    }

    static Refused wrongUse(String sentence) {
        return new Refused("WRONG_USE", WRONG_USE, sentence);
    }

    static Refused notNow(String sentence) {
        return new Refused("SYS-JOURNAL", BROKEN, sentence);
    }

    String code() {
        return code;
    }

    int exit() {
        return exit;
    }
}
