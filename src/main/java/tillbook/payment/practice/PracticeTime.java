package tillbook.payment.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The practice provider's time, which may run faster than the world's. Implementations are safe from any thread. */
public interface PracticeTime {
    /** The provider's wall clock. */
    Instant now();

    /** Waits until so much of the provider's time has passed. */
    void pause(Duration length) throws InterruptedException;

    /** The world's own time. */
    static PracticeTime real(InstantSource wall) {
        return scaled(wall, Instant.EPOCH, 1);
    }

    /**
     * The time of a clock, however it runs or stands.
     *
     * @param speed how many of its seconds pass in one of the world's while it goes, more than 0; for the waits alone
     */
    static PracticeTime of(InstantSource clock, double speed) {
        return new PracticeTime() {
            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public void pause(Duration length) throws InterruptedException {
                Thread.sleep(Duration.ofNanos((long) (length.toNanos() / speed)));
            }
        };
    }

    /**
     * Time that runs {@code factor} times as fast since {@code epoch}. Two processes with the same epoch and factor see
     * the same time, and so does a process that was killed and started again.
     *
     * @param factor more than 0; 20 makes a minute last three seconds
     */
    static PracticeTime scaled(InstantSource wall, Instant epoch, double factor) {
        if (!(factor > 0)) throw new IllegalArgumentException("time must run forward, not at a factor of " + factor);
        return of(
                () -> factor == 1
                        ? wall.instant()
                        : epoch.plusMillis(
                                (long) (Duration.between(epoch, wall.instant()).toMillis() * factor)),
                factor);
    }
}
