package tillbook.desktop.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import tillbook.payment.practice.CodeEndings;

/**
 * Payment codes of customers who do not exist. The ending chooses what happens; each code is given once, as a provider
 * takes it once. Owned by one thread.
 */
final class PaymentCodes {
    /** No ending of the provider's: paid at once. */
    static final String PAYS = "8888";

    private static final String HEAD = "28";
    private static final long MIDDLE_MAX = 1_000_000_000_000L;

    private final LongSupplier wallMs;
    private long last;

    /** {@code wallMs} makes codes differ from those of yesterday. */
    PaymentCodes(LongSupplier wallMs) {
        this.wallMs = wallMs;
    }

    /** Every ending there is, the usual one first. */
    static List<String> endings() {
        List<String> all = new ArrayList<>(List.of(PAYS));
        all.addAll(CodeEndings.all().keySet());
        return all;
    }

    /** A new code of 18 digits. */
    String next(String ending) {
        last = Math.max(last + 1, wallMs.getAsLong());
        return HEAD + String.format(Locale.ROOT, "%012d", last % MIDDLE_MAX) + ending;
    }
}
