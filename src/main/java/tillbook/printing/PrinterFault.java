package tillbook.printing;

/** What can be wrong with a printer, by the codes of the fault catalogue. */
public enum PrinterFault {
    /** Off, unplugged, out of reach, or gone in the midst of a job. */
    GONE("PRN-GONE"),
    /** Another program or station holds it. */
    BUSY("PRN-BUSY"),
    /** This user may not open it. */
    DENIED("PRN-DENIED"),
    PAPER_OUT("PRN-PAPER-OUT"),
    PAPER_LOW("PRN-PAPER-LOW"),
    COVER("PRN-COVER"),
    /** Cutter stuck, or an error that only a person ends. */
    JAM("PRN-JAM"),
    /** Too hot; recovers by itself. */
    HEAD("PRN-HEAD"),
    /** Bytes were taken and nothing was said of them. */
    MUTE("PRN-MUTE"),
    /** It draws something else than was meant. */
    MODEL("PRN-MODEL");

    private final String code;

    PrinterFault(String code) {
        this.code = code;
    }

    /** As it stands in the catalogue, in journals and reports. */
    public String code() {
        return code;
    }
}
