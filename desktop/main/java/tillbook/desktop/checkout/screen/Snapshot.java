package tillbook.desktop.checkout.screen;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.Evidence;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent;
import tillbook.payment.Provider;
import tillbook.register.RegisterState;
import tillbook.sale.OrderNumber;
import tillbook.sale.Sale;

/**
 * Everything the checkout draws from the register: the durable state, and what its records told on the way that the state
 * does not keep. Each one holds all that the earlier ones held. Immutable.
 *
 * @param lastFrozen the newest sale whose amount was fixed in this process, null before the first
 * @param lastPaid the newest record that completed a sale in this process, null before the first
 * @param lastVoucher the newest record of paper or voucher of the sale in {@code lastPaid}, null if there is none yet
 * @param waitingSinceMs when this process began to wait for each open attempt, on its monotonic clock
 */
public record Snapshot(
        RegisterState state,
        Map<Provider, Evidence.Seen> evidence,
        @Nullable Sale lastFrozen,
        @Nullable JournalEntry lastPaid,
        @Nullable JournalEvent lastVoucher,
        Map<OrderNumber, Long> waitingSinceMs) {
    public Snapshot {
        evidence = Map.copyOf(evidence);
        waitingSinceMs = Map.copyOf(waitingSinceMs);
    }

    /** A state of which nothing more is known. */
    public static Snapshot of(RegisterState state) {
        return new Snapshot(state, Map.of(), null, null, null, Map.of());
    }
}
