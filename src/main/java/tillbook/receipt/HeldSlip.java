package tillbook.receipt;

import java.time.Instant;
import java.util.List;
import tillbook.money.Money;
import tillbook.sale.Line;

/**
 * 挂单: a basket that was put aside; the code on it brings the basket back. Nothing is paid. Immutable.
 *
 * @param register 1–999
 * @param basket the number of the basket on its register, 1–99,999,999
 * @param at when it was put aside
 * @param lines in the order they were added
 */
public record HeldSlip(
        Merchant merchant,
        boolean practice,
        int register,
        String cashier,
        long basket,
        Instant at,
        List<Line> lines,
        Money total)
        implements Slip {
    private static final long BASKET_MAX = 99_999_999;
    private static final long CODE_BASE = 100_000_000;
    private static final int REGISTER_BASE = 1_000;

    public HeldSlip {
        lines = List.copyOf(lines);
        if (basket < 1 || basket > BASKET_MAX) {
            throw new IllegalArgumentException("a held basket has a number of 1 to 8 digits, not " + basket);
        }
    }

    /** What its CODE128 says: {@code H}, the register in three digits, the basket in eight. */
    public String code() {
        return "H" + Integer.toString(REGISTER_BASE + register).substring(1)
                + Long.toString(CODE_BASE + basket).substring(1);
    }
}
