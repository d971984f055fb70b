package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.Evidence;
import tillbook.desktop.fx.FxBridge;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.journal.JournalEvent.SaleFrozen;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.sale.OrderNumber;
import tillbook.sale.Sale;

/**
 * Folds what became durable into pictures for the screen. However many records come while the screen draws, one picture
 * waits, the newest, so that it never holds up the register.
 *
 * <p>Called on the register thread; the newest picture may be read, and a screen joined, from any.
 */
public final class SnapshotFeed implements RegisterThread.Listener {
    private final LongSupplier monotonicMs;
    private final Evidence evidence = new Evidence();
    private final List<FxBridge.Newest<Snapshot>> screens = new ArrayList<>();
    private RegisterState before;
    private volatile Snapshot newest;

    /**
     * A feed that has seen nothing.
     *
     * @param start the state before the first record it will hear of
     * @param monotonicMs the register's clock, any origin
     */
    public SnapshotFeed(RegisterState start, LongSupplier monotonicMs) {
        this.monotonicMs = monotonicMs;
        this.before = start;
        Snapshot empty = Snapshot.of(start);
        this.newest = new Snapshot(start, Map.of(), null, null, null, waiting(empty, start));
    }

    /** From now on pictures go there as well, on the drawing thread, beginning with the newest. */
    public void showOn(Consumer<Snapshot> sink) {
        FxBridge.Newest<Snapshot> to = new FxBridge.Newest<>(sink);
        synchronized (screens) {
            screens.add(to);
            to.offer(newest);
        }
    }

    /** The newest picture. */
    public Snapshot newest() {
        return newest;
    }

    @Override
    public void committed(List<JournalEntry> entries, RegisterState state) {
        JournalEntry paid = newest.lastPaid();
        JournalEvent voucher = newest.lastVoucher();
        Sale frozen = newest.lastFrozen();
        for (JournalEntry entry : entries) {
            evidence.saw(entry, before);
            if (entry.event() instanceof TenderPaid tender && tender.completion() != null) {
                paid = entry;
                voucher = null;
            }
            if (isOfPaper(entry.event(), paid)) voucher = entry.event();
            if (entry.event() instanceof SaleFrozen event) frozen = event.sale();
            before = before.after(entry);
        }
        before = state;
        Snapshot made = new Snapshot(state, evidence.newest(), frozen, paid, voucher, waiting(newest, state));
        synchronized (screens) {
            newest = made;
            screens.forEach(to -> to.offer(made));
        }
    }

    private static boolean isOfPaper(JournalEvent event, @Nullable JournalEntry paid) {
        if (paid == null || !(paid.event() instanceof TenderPaid tender)) return false;
        return switch (event) {
            case JournalEvent.OfSheet sheet -> sheet.receipt().equals(tender.receipt());
            case JournalEvent.VoucherSettled settled -> settled.receipt().equals(tender.receipt());
            default -> false;
        };
    }

    private Map<OrderNumber, Long> waiting(Snapshot known, RegisterState state) {
        Map<OrderNumber, Long> all = new HashMap<>();
        long now = monotonicMs.getAsLong();
        state.openAttempts()
                .forEach(attempt ->
                        all.put(attempt.order(), known.waitingSinceMs().getOrDefault(attempt.order(), now)));
        return all;
    }
}
