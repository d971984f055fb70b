package tillbook.payment.alipay;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import tillbook.payment.practice.PracticeShop;

/**
 * For tests of what a register does when its patience ends. How much of it is enough for a connection and a request
 * depends on the machine, so what came to nothing for want of it is tried again with twice as much.
 */
final class Patience {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private Patience() {}

    /** The first try that came to something. */
    static <T> T growing(Function<Duration, Optional<T>> tried) {
        for (Duration patience = PracticeShop.IMPATIENT;
                patience.compareTo(LONGEST) < 0;
                patience = patience.multipliedBy(2)) {
            Optional<T> came = tried.apply(patience);
            if (came.isPresent()) return came.get();
        }
        throw new AssertionError("not even " + LONGEST.toSeconds() + " s were enough");
    }
}
