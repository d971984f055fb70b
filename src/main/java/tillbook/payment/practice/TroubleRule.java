package tillbook.payment.practice;

import java.util.Set;

/**
 * A trouble that is switched on.
 *
 * @param calls what it befalls
 * @param times how often it is still to happen; {@link #ALWAYS} until it is switched off
 */
public record TroubleRule(Trouble trouble, Set<Call> calls, int times) {
    /** Without end. */
    public static final int ALWAYS = 0;

    public TroubleRule {
        calls = Set.copyOf(calls);
        if (times < 0) throw new IllegalArgumentException("a trouble happens 1 or more times, or 0 for always");
    }
}
