package tillbook.printing.engine;

import java.util.HexFormat;
import java.util.Optional;
import tillbook.printing.PrinterFault;

/**
 * How a printer said it is, from the four answers to {@code DLE EOT}. Names follow UnifiedPOS where it has one. Immutable.
 *
 * @param printer the answer to 1
 * @param offline the answer to 2
 * @param error the answer to 3
 * @param paper the answer to 4
 */
public record PrinterStatus(int printer, int offline, int error, int paper) {
    public boolean isOffline() {
        return (printer & 0x08) != 0;
    }

    public boolean isCoverOpen() {
        return (offline & 0x04) != 0;
    }

    public boolean isRecEmpty() {
        return (offline & 0x20) != 0 || (paper & 0x60) != 0;
    }

    public boolean isRecNearEnd() {
        return (paper & 0x0C) != 0;
    }

    /** What keeps it from printing; empty if nothing does. A roll that is nearly used up does not. */
    public Optional<PrinterFault> fault() {
        if (isCoverOpen()) return Optional.of(PrinterFault.COVER);
        if (isRecEmpty()) return Optional.of(PrinterFault.PAPER_OUT);
        if ((error & 0x28) != 0) return Optional.of(PrinterFault.JAM);
        if ((error & 0x40) != 0) return Optional.of(PrinterFault.HEAD);
        if ((offline & 0x40) != 0) return Optional.of(PrinterFault.JAM);
        return isOffline() ? Optional.of(PrinterFault.GONE) : Optional.empty();
    }

    /** The four bytes, for the journal and whoever has the manual: {@code 12 12 12 12}. */
    public String hex() {
        return HexFormat.ofDelimiter(" ")
                .formatHex(new byte[] {(byte) printer, (byte) offline, (byte) error, (byte) paper});
    }
}
