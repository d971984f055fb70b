package tillbook.desktop.till;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tillbook.payment.CancelAnswer;
import tillbook.payment.Exchange;
import tillbook.payment.PaymentAnswer;
import tillbook.payment.PaymentProvider;
import tillbook.payment.ProbeAnswer;
import tillbook.payment.UnknownReason;
import tillbook.sale.OrderNumber;

/**
 * The door before a provider: nobody is asked for money before the provider has answered, signed, that it does not know a
 * number nobody has used. A wrong key is found by that before the first customer finds it. Questions about orders that
 * were sent before, and cancels, pass at any time. Safe from any thread.
 */
public final class Trade implements PaymentProvider {
    private static final String CLOSED = "trade-not-open";
    private static final ProbeAnswer OPEN = new ProbeAnswer.Ready(new Exchange("open", null, null, null, 0, null));
    private static final long FIRST_PAUSE_MS = 2_000;
    private static final long LONGEST_PAUSE_MS = 60_000;

    private final PaymentProvider provider;
    private final Supplier<ProbeAnswer> probe;
    private final Thread thread;
    private volatile @Nullable ProbeAnswer answer;

    private Trade(PaymentProvider provider, Supplier<ProbeAnswer> probe) {
        this.provider = provider;
        this.probe = probe;
        this.thread = Thread.ofVirtual().name("trade-probe").unstarted(this::knock);
    }

    /** A door that is closed until {@code probe} answers {@link ProbeAnswer.Ready}, which is tried in the background. */
    static Trade behind(PaymentProvider provider, Supplier<ProbeAnswer> probe) {
        Trade trade = new Trade(provider, probe);
        trade.thread.start();
        return trade;
    }

    /** A door that stands open. */
    static Trade open(PaymentProvider provider) {
        Trade trade = new Trade(provider, () -> OPEN);
        trade.answer = OPEN;
        return trade;
    }

    /** Why no money is asked for, empty once trade is open; before the first answer the reason is not known. */
    public Optional<ProbeAnswer> closedBecause() {
        ProbeAnswer last = answer;
        return last instanceof ProbeAnswer.Ready ? Optional.empty() : Optional.ofNullable(last);
    }

    public boolean isOpen() {
        return answer instanceof ProbeAnswer.Ready;
    }

    @Override
    public PaymentAnswer pay(PaymentRequest request) {
        ProbeAnswer last = answer;
        // The first customer may be quicker than the first probe.
        if (last == null) last = asked();
        if (last instanceof ProbeAnswer.Ready) return provider.pay(request);
        Exchange why = last.exchange();
        return new PaymentAnswer.NotSent(
                reason(last), new Exchange(CLOSED, why.code(), why.message(), why.traceId(), 0, null));
    }

    @Override
    public PaymentAnswer query(OrderNumber order) {
        return provider.query(order);
    }

    @Override
    public CancelAnswer cancel(OrderNumber order) {
        return provider.cancel(order);
    }

    /** Stops knocking. */
    void stop() {
        thread.interrupt();
    }

    private ProbeAnswer asked() {
        return learnt(probe.get());
    }

    /** A door that was opened stays open, even where another's earlier knock ends later. */
    private synchronized ProbeAnswer learnt(ProbeAnswer now) {
        ProbeAnswer before = answer;
        if (before instanceof ProbeAnswer.Ready) return before;
        answer = now;
        return now;
    }

    private static UnknownReason reason(ProbeAnswer last) {
        return switch (last) {
            case ProbeAnswer.Ready _ -> UnknownReason.NO_CONNECTION;
            case ProbeAnswer.BadSignature _ -> UnknownReason.BAD_SIGNATURE;
            case ProbeAnswer.Refused _ -> UnknownReason.UNSIGNED;
            case ProbeAnswer.Unreachable unreachable -> unreachable.reason();
        };
    }

    private void knock() {
        long pauseMs = FIRST_PAUSE_MS;
        try {
            while (!isOpen()) {
                if (asked() instanceof ProbeAnswer.Ready) return;
                Thread.sleep(pauseMs);
                pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
