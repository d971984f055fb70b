package tillbook.diagnosis.cause;

/**
 * What a check can find, each with the unit of its value. The table of causes weighs these and nothing else; the room's
 * texts have a sentence for each under {@code sign.<NAME>}.
 */
public enum Sign {
    // The way to the provider.
    LINK_DOWN(Unit.NONE),
    ADDRESS_NONE(Unit.NONE),
    ROUTE_NONE(Unit.NONE),
    GATEWAY_SILENT(Unit.NONE),
    GATEWAY_ANSWERS(Unit.MS),
    /** How many independent far hosts were tried, none of which answered. */
    FAR_SILENT(Unit.COUNT),
    /** How many of them answered. */
    FAR_ANSWERS(Unit.COUNT),
    NAME_UNRESOLVED(Unit.NONE),
    NAME_RESOLVES(Unit.MS),
    /** The provider is on this very machine, so no line is needed. */
    PROVIDER_LOCAL(Unit.NONE),
    CONNECTION_NONE(Unit.COUNT),
    CONNECTION_STANDS(Unit.MS),
    CONNECTION_SLOW(Unit.MS),
    CONNECTION_LOSSY(Unit.PERCENT),
    /** The certificate is of another host: somebody stands between. */
    TLS_STRANGER(Unit.NONE),
    /** The certificate is not valid today, by this machine's clock. */
    TLS_OUT_OF_DATE(Unit.NONE),
    TLS_FAILED(Unit.NONE),

    // The provider's answer to a number that nobody has used.
    PROBE_READY(Unit.MS),
    PROBE_SLOW(Unit.MS),
    /** Sent, and no answer came back. */
    PROBE_LOST(Unit.MS),
    /** Somebody answered who is not the provider. */
    PROBE_STRANGER(Unit.NONE),
    PROBE_DOWN(Unit.NONE),
    PROBE_FORGED(Unit.NONE),
    PROBE_KEY_REFUSED(Unit.NONE),
    PROBE_APP_REFUSED(Unit.NONE),
    PROBE_CLOCK_REFUSED(Unit.NONE),
    /** Refused for a reason that is in no table. */
    PROBE_REFUSED(Unit.NONE),
    /** How far the provider's clock is ahead of this machine's; negative if it is behind. */
    CLOCK_OFF(Unit.MS),

    // What is open in the register.
    PAYMENT_WAITING(Unit.COUNT),
    PAYMENT_UNFINISHED(Unit.COUNT),
    PAYMENT_ANSWER_LOST(Unit.COUNT),
    PAYMENT_OF_OTHER_ACCOUNT(Unit.COUNT),
    VOUCHER_OWED(Unit.COUNT),
    PRINT_UNCONFIRMED(Unit.COUNT),

    // The printer.
    PRINTER_WELL(Unit.NONE),
    PRINTER_GONE(Unit.NONE),
    PRINTER_BUSY(Unit.NONE),
    PRINTER_DENIED(Unit.NONE),
    PRINTER_PAPER_OUT(Unit.NONE),
    PRINTER_PAPER_LOW(Unit.NONE),
    PRINTER_COVER(Unit.NONE),
    PRINTER_JAM(Unit.NONE),
    PRINTER_HOT(Unit.NONE),
    PRINTER_MUTE(Unit.NONE),
    PRINTER_MODEL(Unit.NONE),
    /** Another one is attached than the settings name. */
    PRINTER_OTHER(Unit.NONE),

    // The scanner.
    SCANNER_WELL(Unit.NONE),
    SCANNER_GONE(Unit.NONE),
    SCANNER_OTHER(Unit.NONE),
    SCANS_REFUSED(Unit.PERCENT),

    // The settings.
    PRINTER_NOT_SET(Unit.NONE),
    PRINTING_OFF(Unit.NONE),
    PROVIDER_NOT_SET(Unit.NONE),
    KEYS_UNUSABLE(Unit.NONE),

    // The register itself.
    ENDED_UNCLEANLY(Unit.NONE),
    DISK_FULL(Unit.BYTES),
    DISK_REFUSES(Unit.NONE),
    DISK_SLOW(Unit.MS),
    OTHER_PROCESS(Unit.NONE),
    TAPE_DAMAGED(Unit.NONE),
    COPY_BROKEN(Unit.NONE),
    COPY_REBUILT(Unit.COUNT);

    /** What a value of a sign counts. */
    public enum Unit {
        /** The sign has no value; 0 stands for it. */
        NONE,
        COUNT,
        MS,
        PERCENT,
        BYTES
    }

    private final Unit unit;

    Sign(Unit unit) {
        this.unit = unit;
    }

    /** Of {@link Finding#value()}. */
    public Unit unit() {
        return unit;
    }
}
