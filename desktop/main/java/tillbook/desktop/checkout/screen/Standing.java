package tillbook.desktop.checkout.screen;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.Trouble;
import tillbook.sale.ReceiptNumber;

/**
 * What the screen knows and the register does not. Immutable.
 *
 * @param asking what the person was asked, or opened
 * @param dismissed the sale that the cashier has done with although it is still the one at the counter, null if none
 * @param remark what the last scan or outcome has to say, null if nothing
 * @param line the number of the line that keys act upon
 * @param scannedAt wall time of the newest scan by a keyboard scanner, ms, 0 before the first
 */
record Standing(
        Asking asking,
        @Nullable ReceiptNumber dismissed,
        @Nullable Remark remark,
        int line,
        long scannedAt) {
    static final Standing START = new Standing(new Asking.Nothing(), null, null, 0, 0);

    /** A remark, kept as what it is about, so that it can be told in another language. */
    sealed interface Remark {
        /** Why a scan did nothing. */
        record Of(Trouble trouble) implements Remark {}

        /** A sentence of this room. */
        record Sentence(Tone tone, String code, String key, List<Object> args) implements Remark {
            public Sentence {
                args = List.copyOf(args);
            }
        }
    }

    Standing asking(Asking now) {
        return new Standing(now, dismissed, remark, line, scannedAt);
    }

    Standing nothingAsked() {
        return asking(new Asking.Nothing());
    }

    Standing dismissing(@Nullable ReceiptNumber receipt) {
        return new Standing(asking, receipt, remark, line, scannedAt);
    }

    Standing saying(@Nullable Remark now) {
        return new Standing(asking, dismissed, now, line, scannedAt);
    }

    Standing at(int number) {
        return new Standing(asking, dismissed, remark, number, scannedAt);
    }

    Standing scanned(long wallMs) {
        return new Standing(asking, dismissed, remark, line, wallMs);
    }
}
