package tillbook.journal.search;

import java.util.List;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/** What number a text is. */
public sealed interface Lookup {
    /** 票号, of a sale. */
    record Receipt(ReceiptNumber receipt) implements Lookup {}

    /** 商户单号, of an attempt. */
    record Order(OrderNumber order, ReceiptNumber receipt) implements Lookup {}

    /** 交易号, the provider's. */
    record Trade(String tradeNumber, ReceiptNumber receipt) implements Lookup {}

    /**
     * Numbers of these sales end like this.
     *
     * @param receipts at least one, newest first, at most {@link #RECEIPTS_MAX}
     */
    record Ending(List<ReceiptNumber> receipts) implements Lookup {
        /** More are no answer. */
        public static final int RECEIPTS_MAX = 100;

        public Ending {
            receipts = List.copyOf(receipts);
        }
    }

    /** No number of this journal. */
    record Nothing() implements Lookup {}
}
