package tillbook.desktop.terminal;

/** How the terminal ended, for scripts. */
public final class TerminalExit {
    /** Closed in good order; every payment has its outcome. */
    public static final int CLOSED = 0;
    /** The register could not be closed: the journal cannot be written, or a fault. The next start settles it. */
    public static final int NOT_CLOSED = 3;
    /** Closed in good order, and the outcome of a payment is not known yet: the next start goes on asking. */
    public static final int OPEN_ATTEMPT = 4;

    private TerminalExit() {}
}
