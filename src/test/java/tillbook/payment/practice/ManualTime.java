package tillbook.payment.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when told. Safe from any thread. */
public final class ManualTime implements PracticeTime, InstantSource {
    private Instant now;

    public ManualTime(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    public synchronized void pass(Duration length) {
        now = now.plus(length);
        notifyAll();
    }

    @Override
    public synchronized void pause(Duration length) throws InterruptedException {
        Instant end = now.plus(length);
        while (now.isBefore(end)) wait();
    }
}
