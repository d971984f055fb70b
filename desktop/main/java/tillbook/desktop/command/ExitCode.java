package tillbook.desktop.command;

/** What the program's end tells a script. The help texts and the README tell the same. */
public final class ExitCode {
    /** What was asked for is done. */
    public static final int DONE = 0;
    /** The program worked and the answer is no: nothing found, a check that failed, a journal that is not whole. */
    public static final int NO = 1;
    /** The command line is wrong; nothing was done. */
    public static final int WRONG_USE = 2;
    /** The program could not go on: no JDK, a full disk, a data folder in use, a fault of its own. */
    public static final int BROKEN = 3;

    /** The register was closed in good order, and the outcome of a payment is not known yet. */
    public static final int OPEN_PAYMENT = 4;

    private ExitCode() {}
}
