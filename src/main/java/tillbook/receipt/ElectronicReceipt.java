package tillbook.receipt;

import java.time.ZoneId;

/** What the QR of an e-receipt carries. Implementations are safe from any thread. */
public interface ElectronicReceipt {
    /**
     * The content of the QR, at most {@link tillbook.printing.document.Element#QR_BYTES_MAX} bytes. Never something that
     * can be counted up to another customer's receipt.
     */
    String content(Receipt receipt, ZoneId zone);
}
