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
     * Time that runs {@code factor} times as fast since {@code epoch}. Two processes with the same epoch and factor see
     * the same time, and so does a process that was killed and started again.
     *
     * @param factor more than 0; 20 makes a minute last three seconds
     */
    static PracticeTime scaled(InstantSource wall, Instant epoch, double factor) {
        if (!(factor > 0)) throw new IllegalArgumentException("time must run forward, not at a factor of " + factor);
        return new PracticeTime() {
            @Override
            public Instant now() {
                Duration passed = Duration.between(epoch, wall.instant());
                return factor == 1 ? wall.instant() : epoch.plusMillis((long) (passed.toMillis() * factor));
            }

            @Override
            public void pause(Duration length) throws InterruptedException {
                Thread.sleep(Duration.ofNanos((long) (length.toNanos() / factor)));
            }
        };
    }
}
