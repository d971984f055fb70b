package tillbook.desktop.diagnosis;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.FaultCode;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.cause.Mend;
import tillbook.journal.search.Making;
import tillbook.journal.search.Remade;
import tillbook.journal.search.SearchWriter;

/**
 * Has the searchable copy made anew, and waits for as long as it grows: the copy of a shop with a past takes minutes.
 * Whoever does not want to wait interrupts; the copy is made all the same. Immutable, safe from any thread.
 */
final class CopyAnew {
    /** Some five million sales at the pace of a build machine: nobody's copy takes longer, s. */
    static final long WITHIN_S = 1_000;

    /** So long no record may be added, s: the indexes of all of them are made at the end, and then it is proven. */
    static final long STANDS_STILL_S = 180;

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    /** The copy, as far as it is needed here. */
    interface Copy {
        void rebuild();

        Optional<Making> making();

        Remade awaitRemade(Duration timeout) throws InterruptedException;
    }

    private final Copy copy;
    private final LongSupplier upNanos;

    /** Of this copy; {@code upNanos} is a clock that only goes forward. */
    CopyAnew(Copy copy, LongSupplier upNanos) {
        this.copy = copy;
        this.upNanos = upNanos;
    }

    /** The copy that a writer keeps. */
    static Copy of(SearchWriter writer) {
        return new Copy() {
            @Override
            public void rebuild() {
                writer.rebuild();
            }

            @Override
            public Optional<Making> making() {
                return writer.making();
            }

            @Override
            public Remade awaitRemade(Duration timeout) throws InterruptedException {
                return writer.awaitRemade(timeout);
            }
        };
    }

    /** Blocks until it is there, cannot be made, or stands still. */
    MendResult mend() {
        try {
            return isMade() ? new MendResult.Done(Mend.REBUILD_COPY) : stillWrong();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stillWrong();
        }
    }

    private boolean isMade() throws InterruptedException {
        copy.rebuild();
        long begun = upNanos.getAsLong();
        long moved = begun;
        @Nullable Making before = null;
        while (true) {
            switch (copy.awaitRemade(LOOK_EVERY)) {
                case Remade.Done _ -> {
                    return true;
                }
                case Remade.Failed _ -> {
                    return false;
                }
                case Remade.NotYet _ -> {
                    Making now = copy.making().orElse(null);
                    long nanos = upNanos.getAsLong();
                    if (!Objects.equals(now, before)) moved = nanos;
                    before = now;
                    if (isOver(moved, nanos, STANDS_STILL_S) || isOver(begun, nanos, WITHIN_S)) return false;
                }
            }
        }
    }

    private static boolean isOver(long since, long now, long seconds) {
        return now - since > Duration.ofSeconds(seconds).toNanos();
    }

    private static MendResult stillWrong() {
        return new MendResult.StillWrong(Mend.REBUILD_COPY, FaultCode.JOURNAL);
    }
}
