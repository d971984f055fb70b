package tillbook.printing.port;

import tillbook.printing.ConfirmationTier;

/**
 * One printer, as the settings name it. Implementations are immutable and safe from any thread; what they open belongs to
 * one thread.
 */
public interface PrinterPort {
    /** Where it is, for a person and for a log: {@code tcp 192.168.1.50:9100}. */
    String place();

    /**
     * The most that can be known of paper over this way, whatever the printer could say: a way without answers silences
     * the best printer. That a write returned is never knowledge of paper, on any way.
     */
    ConfirmationTier ceiling();

    /** Opens it. Blocks for as long as the implementation names, at most some seconds. */
    PortOpening open();
}
