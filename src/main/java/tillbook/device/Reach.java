package tillbook.device;

/** Whether a device that is there can be used. */
public enum Reach {
    /** Nobody else holds it, or only the system's own driver, which makes way. */
    FREE,
    /** It is ours. */
    CLAIMED,
    /** Another program holds it; that is known from our last try. */
    BUSY,
    /** This user may not open it. */
    DENIED
}
