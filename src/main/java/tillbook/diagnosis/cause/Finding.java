package tillbook.diagnosis.cause;

/**
 * One piece of evidence. Immutable.
 *
 * @param value in the sign's unit, 0 where it has none
 * @param detail whose it is: an interface, a host, a receipt number; may be empty, never a secret
 */
public record Finding(Sign sign, long value, String detail) {
    /** A sign without a value. */
    public static Finding of(Sign sign, String detail) {
        return new Finding(sign, 0, detail);
    }
}
