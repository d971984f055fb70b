package tillbook.desktop.terminal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.receipt.Receipts;
import tillbook.sale.ReceiptNumber;

/**
 * The records of the newest sales, as they became durable, before the records from elsewhere: money is never looked up in
 * a copy that may lag. Owned by the face's thread.
 */
final class RecentSales {
    /** Sales beyond this are looked up elsewhere. */
    static final int SALES_MAX = 256;

    private final SaleRecords elsewhere;
    private @Nullable ReceiptNumber newestPaid;

    private final Map<ReceiptNumber, List<JournalEntry>> recent = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ReceiptNumber, List<JournalEntry>> eldest) {
            return size() > SALES_MAX;
        }
    };

    RecentSales(SaleRecords elsewhere) {
        this.elsewhere = elsewhere;
    }

    void saw(JournalEntry entry) {
        Receipts.saleOf(entry.event())
                .ifPresent(receipt ->
                        recent.computeIfAbsent(receipt, _ -> new ArrayList<>()).add(entry));
        if (entry.event() instanceof TenderPaid paid && paid.completion() != null) newestPaid = paid.receipt();
    }

    /** The sale that was paid last in this process. */
    Optional<ReceiptNumber> newestPaid() {
        return Optional.ofNullable(newestPaid);
    }

    /** Everything known of a sale, each record once, in order. */
    List<JournalEntry> of(ReceiptNumber receipt) {
        Map<Long, JournalEntry> all = new TreeMap<>();
        for (JournalEntry entry : elsewhere.of(receipt)) all.put(entry.sequence(), entry);
        for (JournalEntry entry : recent.getOrDefault(receipt, List.of())) all.put(entry.sequence(), entry);
        return List.copyOf(all.values());
    }
}
