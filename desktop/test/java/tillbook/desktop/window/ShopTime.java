package tillbook.desktop.window;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;

/**
 * A shop's two clocks, which run faster than the world's and stand still together while they are held: then no customer
 * confirms, no deadline comes and no question is asked again, however slow the machine is. Safe from any thread.
 */
final class ShopTime extends Clock {
    private final double speed;
    private final ZoneId zone = ZoneId.systemDefault();
    private final Instant start = Instant.now();
    private long sinceNanos = System.nanoTime();
    private long passedNanos;
    private boolean held;

    ShopTime(double speed) {
        this.speed = speed;
    }

    /** From now on no time passes. */
    synchronized void holds() {
        passedNanos = passed();
        held = true;
    }

    /** Time passes again, from where it stood. */
    synchronized void goesOn() {
        if (!held) return;
        sinceNanos = System.nanoTime();
        held = false;
    }

    /** So much passes at once, if it is held: what waited for less comes about. */
    synchronized void passes(long ms) {
        if (held) passedNanos += TimeUnit.MILLISECONDS.toNanos(ms);
    }

    private synchronized long passed() {
        return held ? passedNanos : passedNanos + (long) ((System.nanoTime() - sinceNanos) * speed);
    }

    long monotonicMs() {
        return TimeUnit.NANOSECONDS.toMillis(passed());
    }

    @Override
    public Instant instant() {
        return start.plusNanos(passed());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** A view in another zone of this very time. */
    @Override
    public Clock withZone(ZoneId other) {
        ShopTime here = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return here.instant();
            }

            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId third) {
                return here.withZone(third);
            }
        };
    }
}
