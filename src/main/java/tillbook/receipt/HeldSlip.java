package tillbook.receipt;

import java.time.Instant;
import java.util.List;
import tillbook.money.Money;
import tillbook.sale.HeldNumber;
import tillbook.sale.Line;

/**
 * 挂单: a basket that was put aside; the code on it brings the basket back. Nothing is paid. Immutable.
 *
 * @param register 1–999
 * @param at when it was put aside
 * @param lines in the order they were added
 */
public record HeldSlip(
        Merchant merchant,
        boolean practice,
        int register,
        String cashier,
        HeldNumber number,
        Instant at,
        List<Line> lines,
        Money total)
        implements Slip {
    public HeldSlip {
        lines = List.copyOf(lines);
    }

    /** What its CODE128 says. */
    public String code() {
        return number.text();
    }
}
