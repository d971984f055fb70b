package tillbook.register;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tillbook.printing.PrintJobState;
import tillbook.register.VouchersOwed.Waiting;
import tillbook.sale.ReceiptNumber;

/**
 * Which sheet goes to the printer next. What it knows beside the state lives in memory only: after a restart every sheet
 * that was under way is unknown, and every one that was not begun is begun anew. Owned by the register thread.
 */
final class PrintTurn {
    private final PrintRules rules;
    private @Nullable ReceiptNumber receipt;
    private int copy;
    private long notBeforeMs;

    PrintTurn(PrintRules rules) {
        this.rules = rules;
        this.notBeforeMs = Long.MIN_VALUE;
    }

    /** Whether the printer has this sheet in hand. */
    boolean isAt(ReceiptNumber which, int itsCopy) {
        return which.equals(receipt) && itsCopy == copy;
    }

    void begun(ReceiptNumber which, int itsCopy) {
        receipt = which;
        copy = itsCopy;
    }

    /** Which sheet of this receipt the printer has in hand; empty if it has none of it. */
    OptionalInt inHandOf(ReceiptNumber which) {
        return which.equals(receipt) ? OptionalInt.of(copy) : OptionalInt.empty();
    }

    /** The printer is free for the next sheet. */
    void ended() {
        receipt = null;
    }

    /** The printer was not ready: the same and all others wait a little. */
    void notReady(long nowMs) {
        ended();
        notBeforeMs = nowMs + rules.retryMs();
    }

    /** A person wants paper now. */
    void tryAtOnce() {
        notBeforeMs = Long.MIN_VALUE;
    }

    /** The one that waits longest of those that somebody may still wait for; empty while the printer is busy. */
    Optional<Waiting> next(RegisterState state, long nowMs, long wallMs) {
        if (!rules.on() || receipt != null || nowMs < notBeforeMs) return Optional.empty();
        return due(state, wallMs);
    }

    /** When to look again, ms of the monotonic clock. */
    long lookAgainMs(RegisterState state, long wallMs) {
        boolean waits = rules.on() && receipt == null && due(state, wallMs).isPresent();
        return waits ? notBeforeMs : Long.MAX_VALUE;
    }

    private Optional<Waiting> due(RegisterState state, long wallMs) {
        return state.owed()
                .waiting()
                .filter(one -> isAwaited(one.sheet(), wallMs))
                .min(Comparator.comparingLong(one -> one.sheet().since()));
    }

    /** Older ones ask before they print; so does one from a time that the clock has not reached. */
    private boolean isAwaited(Sheet sheet, long wallMs) {
        long age = wallMs - sheet.since();
        return sheet.state() == PrintJobState.QUEUED && age >= 0 && age <= rules.askAfterMs();
    }
}
