package tillbook.desktop.till;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import tillbook.payment.practice.PracticeTime;
import tillbook.register.Times;

/**
 * The clocks of a process. In practice they may run faster than the world's, so that a customer who takes a minute costs a
 * demonstration three seconds: {@code TILLBOOK_CLOCK_SCALE=20}, or {@code 20@2026-11-22T08:00:00Z} with the moment from
 * which on it holds. Processes that talk to each other are given the same moment. Immutable, safe from any thread.
 */
public final class TillClock {
    /** The variable that makes practice time run faster. */
    public static final String VARIABLE = "TILLBOOK_CLOCK_SCALE";

    private static final double SPEED_MAX = 1_000;
    private static final double NANOS_PER_MS = 1_000_000;

    private final Clock wall;
    private final LongSupplier monotonicMs;
    private final double speed;

    private TillClock(Clock wall, LongSupplier monotonicMs, double speed) {
        this.wall = wall;
        this.monotonicMs = monotonicMs;
        this.speed = speed;
    }

    /** The world's own time. */
    public static TillClock real() {
        return new TillClock(Clock.system(ZoneId.systemDefault()), worldMs(1), 1);
    }

    /**
     * Clocks that whoever made them may hold, both at once: then no wait of the register or of the practice provider ends,
     * and no customer changes his mind. What waits in the world itself, as a connection for its answer, goes on.
     *
     * @param monotonicMs any origin, never goes back, goes with {@code wall}
     * @param speed how many of their seconds pass in one of the world's while they go, more than 0
     */
    public static TillClock of(Clock wall, LongSupplier monotonicMs, double speed) {
        return new TillClock(wall, monotonicMs, speed);
    }

    private static LongSupplier worldMs(double speed) {
        long startNanos = System.nanoTime();
        return () -> (long) ((System.nanoTime() - startNanos) / NANOS_PER_MS * speed);
    }

    /** As the environment says; empty if what it says cannot be read. */
    public static Optional<TillClock> of(Map<String, String> env) {
        String text = env.getOrDefault(VARIABLE, "").strip();
        if (text.isEmpty()) return Optional.of(real());
        String[] parts = text.split("@", 2);
        Clock world = Clock.system(ZoneId.systemDefault());
        try {
            double speed = Double.parseDouble(parts[0]);
            Instant since = parts.length > 1 ? Instant.parse(parts[1]) : world.instant();
            boolean sane = speed > 0 && speed <= SPEED_MAX;
            if (!sane) return Optional.empty();
            Clock wall = speed == 1 ? world : new Fast(world, since, speed);
            return Optional.of(new TillClock(wall, worldMs(speed), speed));
        } catch (IllegalArgumentException | java.time.DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    public Clock wall() {
        return wall;
    }

    /** How many seconds pass here in one of the world's. */
    public double speed() {
        return speed;
    }

    public boolean isReal() {
        return speed == 1;
    }

    /** Milliseconds at this clock's speed, since any moment; never goes back. */
    public LongSupplier monotonicMs() {
        return monotonicMs;
    }

    /** How long a wait of this clock takes in the world; never less than {@code least}. */
    public Duration inTheWorld(Duration length, Duration least) {
        Duration shrunk = Duration.ofNanos((long) (length.toNanos() / speed));
        return shrunk.compareTo(least) < 0 ? least : shrunk;
    }

    /** The same clocks for the register. */
    Times times() {
        return new Times(wall, monotonicMs, speed);
    }

    /** The same clock for a practice provider. */
    public PracticeTime practiceTime() {
        return PracticeTime.of(wall, speed);
    }

    /** A wall clock that runs away from the world's since a moment. */
    private static final class Fast extends Clock {
        private final Clock world;
        private final Instant since;
        private final double speed;

        Fast(Clock world, Instant since, double speed) {
            this.world = world;
            this.since = since;
            this.speed = speed;
        }

        @Override
        public ZoneId getZone() {
            return world.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new Fast(world.withZone(zone), since, speed);
        }

        @Override
        public Instant instant() {
            InstantSource now = world;
            long passedMs = Duration.between(since, now.instant()).toMillis();
            return since.plusMillis((long) (passedMs * speed));
        }
    }
}
