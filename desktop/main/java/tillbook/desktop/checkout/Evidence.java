package tillbook.desktop.checkout;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEntry;
import tillbook.journal.JournalEvent.AttemptAnswered;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.payment.UnknownReason;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;

/** What the register's own exchanges say of the way to each provider. Owned by the face's thread. */
public final class Evidence {
    private final Map<Provider, Seen> last = new EnumMap<>(Provider.class);

    /**
     * The newest exchange with a provider.
     *
     * @param at wall time, ms
     * @param proved a signed word came back
     * @param unknown why nothing was proven, null if something was
     */
    public record Seen(long at, boolean proved, @Nullable UnknownReason unknown, Exchange exchange) {}

    /** Takes what a record tells; {@code before} is the state without it. */
    public void saw(JournalEntry entry, RegisterState before) {
        long at = entry.stamp().at();
        switch (entry.event()) {
            case ScanPaid paid -> last.put(paid.provider(), new Seen(at, true, null, paid.exchange()));
            case AttemptAnswered answered ->
                before.attempt(answered.order())
                        .map(Attempt::facts)
                        .map(AttemptCreated::provider)
                        .ifPresent(provider -> last.put(
                                provider,
                                new Seen(at, answered.answer().isSigned(), answered.unknown(), answered.exchange())));
            default -> {}
        }
    }

    /** In the order of the providers; empty before the first exchange. */
    public Map<Provider, Seen> newest() {
        return last;
    }
}
