package tillbook.desktop.printing;

import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrinterFault;

/**
 * What was last seen of the printer, for a light. Immutable.
 *
 * @param at wall time, ms, 0 if nobody looked yet
 * @param fault what is wrong, null if nothing is known to be
 * @param isLow the roll is nearly used up
 * @param isSilent it says nothing of itself: neither well nor ill
 * @param tier how much it can say, null if that is not known yet
 */
public record PrinterSeen(
        long at,
        @Nullable PrinterFault fault,
        boolean isLow,
        boolean isSilent,
        @Nullable ConfirmationTier tier) {
    static final PrinterSeen NEVER = new PrinterSeen(0, null, false, false, null);
}
