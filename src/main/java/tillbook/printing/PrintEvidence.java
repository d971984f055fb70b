package tillbook.printing;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a sheet rests on this: kept in the journal beside the state that it led to. Immutable.
 *
 * @param printer its place, as {@code tcp 192.168.1.50:9100}
 * @param tier how much it can say, null if that is not known yet
 * @param bytesTaken how many bytes of the sheet were taken from us; says nothing of paper
 * @param bytesTotal of the sheet
 * @param ms since the printing began
 * @param status the last four bytes that it said of itself, as hex, null if it said none
 * @param detail what happened, in plain English for whoever mends it; empty if all is said
 */
public record PrintEvidence(
        String printer,
        @Nullable ConfirmationTier tier,
        int bytesTaken,
        int bytesTotal,
        long ms,
        @Nullable String status,
        String detail) {
    /** Longer texts of the system are cut. */
    public static final int DETAIL_CHARS_MAX = 200;

    public PrintEvidence {
        if (detail.length() > DETAIL_CHARS_MAX) detail = detail.substring(0, DETAIL_CHARS_MAX);
    }
}
