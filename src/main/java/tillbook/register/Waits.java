package tillbook.register;

import org.jspecify.annotations.Nullable;
import tillbook.payment.ProviderCall;

/**
 * How long an attempt has been waiting, on the monotonic clock. Lives in memory only: after a restart or a suspend each
 * wait begins anew in full, because nobody knows how much of it the customer noticed. Immutable.
 *
 * @param sinceMs when this wait began
 * @param nextCallMs when the provider is asked next
 * @param failures exchanges in a row that proved nothing
 * @param sends how often the payment request itself was started
 * @param call the exchange under way, null if none
 * @param callId tells its answer from that of an earlier exchange
 * @param callSinceMs when it was started
 * @param foundAtStart a process before this one began it, and nobody knows what its screen said last
 */
record Waits(
        long sinceMs,
        long nextCallMs,
        int failures,
        int sends,
        @Nullable ProviderCall call,
        long callId,
        long callSinceMs,
        boolean foundAtStart) {

    static Waits begunAt(long nowMs) {
        return new Waits(nowMs, nowMs, 0, 0, null, 0, 0, false);
    }

    static Waits foundAt(long nowMs) {
        return new Waits(nowMs, nowMs, 0, 0, null, 0, 0, true);
    }

    Waits calling(ProviderCall what, long id, long nowMs) {
        int sent = what == ProviderCall.PAY ? sends + 1 : sends;
        return new Waits(sinceMs, nextCallMs, failures, sent, what, id, nowMs, foundAtStart);
    }

    /** The exchange under way ended. */
    Waits ended(boolean provedSomething) {
        return new Waits(sinceMs, nextCallMs, provedSomething ? 0 : failures + 1, sends, null, 0, 0, foundAtStart);
    }

    Waits nextAt(long ms) {
        return new Waits(sinceMs, ms, failures, sends, call, callId, callSinceMs, foundAtStart);
    }

    /** The same exchange is awaited, but the wait begins anew: the machine slept, or its clock was set. */
    Waits begunAgainAt(long nowMs) {
        return new Waits(nowMs, nowMs, failures, sends, call, callId, callSinceMs, true);
    }

    /** Whatever the screen of an earlier process said, this one has asked since. */
    Waits askedSinceStart() {
        return new Waits(sinceMs, nextCallMs, failures, sends, call, callId, callSinceMs, false);
    }

    /** A wait of a new kind begins; an exchange that is still under way becomes mere evidence. */
    Waits anew(long nowMs, long nextMs) {
        return new Waits(nowMs, nextMs, 0, sends, null, 0, 0, false);
    }
}
