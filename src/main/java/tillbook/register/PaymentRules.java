package tillbook.register;

import java.util.List;

/**
 * The waits of the payment machine, all in ms of the monotonic clock.
 *
 * @param queryEveryMs between two questions while the customer confirms
 * @param confirmWithinMs after this, a signed "not paid" ends in a cancel
 * @param freshWithinMs only an answer that came this quickly is fresh enough to cancel upon: the customer of a slower one
 *     may have paid and left in between
 * @param cancelNotBeforeMs after sending; WeChat Pay refuses earlier ones
 * @param backoffMs waits after the first, second, … exchange that proved nothing; the last one repeats for ever
 * @param watchEveryMs between questions about a cancelled order that nobody saw
 * @param watchForMs how long these go on
 * @param watchAgainMs when the last question is asked
 * @param personEveryMs between questions about an attempt that waits for a person
 * @param sendsMax how often the same order may be sent when no connection came about
 * @param printWithinMs a success within this after sending prints by itself
 * @param olderThanSendingMs a success that lies further than this before our sending belongs to another order
 */
public record PaymentRules(
        long queryEveryMs,
        long confirmWithinMs,
        long freshWithinMs,
        long cancelNotBeforeMs,
        List<Long> backoffMs,
        long watchEveryMs,
        long watchForMs,
        long watchAgainMs,
        long personEveryMs,
        int sendsMax,
        long printWithinMs,
        long olderThanSendingMs) {

    /** Alipay: a question every 3 s for about 60 s; cancel at once behind the last one. */
    public static final PaymentRules ALIPAY = new PaymentRules(
            3_000,
            60_000,
            5_000,
            0,
            List.of(2_000L, 4_000L, 8_000L, 15_000L, 30_000L, 60_000L),
            15_000,
            5 * 60_000,
            30 * 60_000,
            5 * 60_000,
            3,
            3 * 60_000,
            10 * 60_000);

    public PaymentRules {
        backoffMs = List.copyOf(backoffMs);
    }

    /** These rules with another pace of asking and another deadline, as the shop's settings say. */
    public PaymentRules paced(long queryEvery, long confirmWithin) {
        return new PaymentRules(
                queryEvery,
                confirmWithin,
                freshWithinMs,
                cancelNotBeforeMs,
                backoffMs,
                watchEveryMs,
                watchForMs,
                watchAgainMs,
                personEveryMs,
                sendsMax,
                printWithinMs,
                olderThanSendingMs);
    }

    long backoff(int failures) {
        return backoffMs.get(Math.min(failures, backoffMs.size()) - 1);
    }
}
