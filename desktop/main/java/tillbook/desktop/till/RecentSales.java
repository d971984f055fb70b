package tillbook.desktop.till;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.CopyOrdered;
import tillbook.journal.JournalEvent.SaleFrozen;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.receipt.Receipts;
import tillbook.sale.ReceiptNumber;

/**
 * The records of the newest sales, as they became durable, before the records from elsewhere: money is never looked up in
 * a copy that may lag. Safe from any thread.
 */
public final class RecentSales {
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

    /** Knows nothing yet but what stands elsewhere. */
    public RecentSales(SaleRecords elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** One more record that is durable. */
    public synchronized void saw(JournalEntry entry) {
        Receipts.saleOf(entry.event())
                .ifPresent(receipt ->
                        recent.computeIfAbsent(receipt, _ -> new ArrayList<>()).add(entry));
        if (entry.event() instanceof TenderPaid paid && paid.completion() != null) newestPaid = paid.receipt();
    }

    /** The sale that was paid last in this process. */
    public synchronized Optional<ReceiptNumber> newestPaid() {
        return Optional.ofNullable(newestPaid);
    }

    /** Whether the sale is known to be paid in full. */
    public boolean isPaid(ReceiptNumber receipt) {
        return of(receipt).stream()
                .anyMatch(entry -> entry.event() instanceof TenderPaid paid && paid.completion() != null);
    }

    /** The highest number that a copy of its receipt bears, 0 if there is none. */
    public int copies(ReceiptNumber receipt) {
        return of(receipt).stream()
                .mapToInt(entry -> entry.event() instanceof CopyOrdered ordered ? ordered.copy() : 0)
                .max()
                .orElse(0);
    }

    /** Everything known of a sale, each record once, in order. */
    public List<JournalEntry> of(ReceiptNumber receipt) {
        Map<Long, JournalEntry> all = new TreeMap<>();
        List<JournalEntry> here = here(receipt);
        // A sale that was fixed in this process is known here from its first record on.
        boolean whole = here.stream().anyMatch(entry -> entry.event() instanceof SaleFrozen);
        if (!whole) for (JournalEntry entry : elsewhere.of(receipt)) all.put(entry.sequence(), entry);
        for (JournalEntry entry : here) all.put(entry.sequence(), entry);
        return List.copyOf(all.values());
    }

    private synchronized List<JournalEntry> here(ReceiptNumber receipt) {
        return List.copyOf(recent.getOrDefault(receipt, List.of()));
    }
}
