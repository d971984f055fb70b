package tillbook.device;

/** Why a scanner that should be ours is not, by the codes of the fault catalogue. */
public enum ScannerFault {
    /** Unplugged or off. */
    GONE("SCN-GONE"),
    /** This user may not open it. */
    DENIED("SCN-DENIED"),
    /** Another program holds it. */
    BUSY("SCN-DENIED"),
    /** Plugged in, and does not say what it is. */
    MUTE("SCN-GONE");

    private final String code;

    ScannerFault(String code) {
        this.code = code;
    }

    /** As it stands in the catalogue, in journals and reports. */
    public String code() {
        return code;
    }
}
