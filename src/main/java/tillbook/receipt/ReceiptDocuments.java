package tillbook.receipt;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tillbook.printing.document.Document;

/** Makes the document of a slip: what stands where, for any printer and any screen. Immutable, safe from any thread. */
public final class ReceiptDocuments {
    private final SalePage sale;
    private final OtherPages other;

    /**
     * For the slips of one shop.
     *
     * @param zone that of the shop's clock
     * @param electronic null where there are no e-receipts
     */
    public ReceiptDocuments(Template template, Locale language, ZoneId zone, @Nullable ElectronicReceipt electronic) {
        SlipWords words = new SlipWords(template, language, zone);
        this.sale = new SalePage(words, electronic);
        this.other = new OtherPages(words);
    }

    /** Everything the slip must say, by the shop's template. */
    public Document of(Slip slip) {
        return switch (slip) {
            case Receipt receipt -> sale.of(receipt);
            case RefundSlip refund -> other.refund(refund);
            case HeldSlip held -> other.held(held);
            case TestPage test -> other.test(test);
        };
    }
}
