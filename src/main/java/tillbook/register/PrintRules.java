package tillbook.register;

/**
 * Whether and when receipts print by themselves. Immutable.
 *
 * @param on a printer is set up and printing is not switched off
 * @param askAfterMs a sheet that waited longer is printed only when a person says so, lest a new roll bring a flood
 * @param retryMs between two looks at a printer that was not ready
 */
public record PrintRules(boolean on, long askAfterMs, long retryMs) {
    /** For a register without a printer: every voucher stays owed. */
    public static final PrintRules OFF = new PrintRules(false, 0, 0);

    /** Ten minutes: nobody waits longer for a receipt. */
    public static final long ASK_AFTER_MS = 10 * 60_000;

    public static final long RETRY_MS = 2_000;

    public static final PrintRules ON = new PrintRules(true, ASK_AFTER_MS, RETRY_MS);
}
