package tillbook.desktop.till;

import java.util.List;
import tillbook.journal.JournalEntry;
import tillbook.sale.ReceiptNumber;

/** Where the records of sales from before this process are found, e.g. the searchable journal. */
@FunctionalInterface
public interface SaleRecords {
    /** For a register without a searchable journal. */
    SaleRecords NONE = _ -> List.of();

    /** All records of a sale in their order, as far as they are known there; empty for an unknown number. */
    List<JournalEntry> of(ReceiptNumber receipt);
}
