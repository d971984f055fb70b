package tillbook.payment.alipay;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The provider's time: our wall clock plus how far the provider's {@code Date} was last ahead of it. Alipay refuses a
 * request whose timestamp is far off, so a register with a wrong clock still trades, and the diagnosis can tell by how
 * much it is off. Exact to about a second. Safe from any thread.
 */
final class ProviderClock {
    /** {@code Date} drops the fraction of its second; half a second is the fairest guess of it. */
    private static final Duration DROPPED = Duration.ofMillis(500);

    private final InstantSource wall;
    private final AtomicReference<@Nullable Duration> offset = new AtomicReference<>();

    ProviderClock(InstantSource wall) {
        this.wall = wall;
    }

    Instant now() {
        return wall.instant().plus(offset().orElse(Duration.ZERO));
    }

    /** Takes the {@code Date} of an answer that has just been read, half of whose latency was its way back. */
    void learn(Instant date, long latencyMs) {
        Instant ours = wall.instant().minusMillis(latencyMs / 2);
        offset.set(Duration.between(ours, date.plus(DROPPED)));
    }

    /** How far the provider's clock is ahead of ours, as last learnt; empty before the first answer. */
    Optional<Duration> offset() {
        return Optional.ofNullable(offset.get());
    }
}
