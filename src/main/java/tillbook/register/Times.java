package tillbook.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.LongSupplier;
import tillbook.journal.Stamp;

/**
 * The register's two clocks: the wall's, which people read and anybody may set, and the monotonic one, on which waits
 * run. Owned by the register thread.
 */
public final class Times {
    /** The two clocks drifting apart by more than this between two looks means a suspend, or a clock that was set. */
    private static final long SUSPEND_MS = 30_000;

    private final Clock wall;
    private final LongSupplier monotonicMs;
    private final double speed;
    private final long startMs;
    private long offsetMs;

    /**
     * Both clocks.
     *
     * @param monotonicMs any origin, never goes back
     */
    public Times(Clock wall, LongSupplier monotonicMs) {
        this(wall, monotonicMs, 1);
    }

    /**
     * Both clocks, running faster than the world.
     *
     * @param speed how many of their seconds pass in one of the world's, more than 0; 1 in every real shop
     */
    public Times(Clock wall, LongSupplier monotonicMs, double speed) {
        this.wall = wall;
        this.monotonicMs = monotonicMs;
        this.speed = speed;
        this.startMs = monotonicMs.getAsLong();
        this.offsetMs = wall.millis() - startMs;
    }

    public long wallMs() {
        return wall.millis();
    }

    public long monotonicMs() {
        return monotonicMs.getAsLong();
    }

    /** How long a wait of these clocks takes in the world, ms. */
    long worldMs(long ms) {
        return speed == 1 ? ms : (long) Math.ceil(ms / speed);
    }

    /** True once after the wall clock jumped against the monotonic one. */
    boolean wasSuspended() {
        long offset = wall.millis() - monotonicMs.getAsLong();
        boolean jumped = Math.abs(offset - offsetMs) > SUSPEND_MS;
        if (jumped) offsetMs = offset;
        return jumped;
    }

    Stamp stamp(Shop shop, RegisterState state) {
        Instant now = wall.instant();
        LocalDate day = now.atZone(shop.zone())
                .minusSeconds(shop.dayStarts().toSecondOfDay())
                .toLocalDate();
        String cashier = state.cashier().isEmpty() ? shop.cashier() : state.cashier();
        return new Stamp(
                shop.register(), Math.max(1, state.shift()), cashier, day, now.toEpochMilli(), monotonicMs() - startMs);
    }
}
