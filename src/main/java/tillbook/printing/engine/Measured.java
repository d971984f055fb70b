package tillbook.printing.engine;

import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;

/**
 * What an outcome rests on. Immutable.
 *
 * @param place of the printer
 * @param tier how much it can say, null if that is not known yet
 * @param bytesTaken how many bytes of the sheet were taken from us; says nothing of paper
 * @param bytesTotal of the sheet
 * @param ms since the printing began
 * @param status the last that was heard, null if none was
 * @param detail what happened, in plain English for the log; empty if all is said
 */
public record Measured(
        String place,
        @Nullable ConfirmationTier tier,
        int bytesTaken,
        int bytesTotal,
        long ms,
        @Nullable PrinterStatus status,
        String detail) {}
