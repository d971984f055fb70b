package tillbook.sale;

import tillbook.money.Money;

/**
 * 折扣: what a person takes off a line or off a whole basket, and why. It is the person's word, not its result: the result
 * is worked out anew from it whenever a line changes, see {@link Discounts}. Immutable.
 */
public sealed interface Discount {
    /** The longest reason, characters. */
    int REASON_CHARS_MAX = 40;

    /** The whole, in 1/100 percent. */
    int WHOLE_PERMYRIAD = 10_000;

    /** Takes a former discount away. */
    Discount NOTHING = new Amount(Money.ZERO, "");

    /** Why; empty only where nothing is taken off. */
    String reason();

    /** What it takes off {@code base}: at most all of it. */
    Money of(Money base);

    /** Whether it takes nothing off, which ends a former discount. */
    boolean isNothing();

    /** So many fen, or all there is if that is less. */
    record Amount(Money amount, String reason) implements Discount {
        public Amount {
            check(reason, amount.isZero());
        }

        @Override
        public Money of(Money base) {
            return amount.compareTo(base) > 0 ? base : amount;
        }

        @Override
        public boolean isNothing() {
            return amount.isZero();
        }
    }

    /**
     * So many hundredths of a percent. What is taken off is rounded half up to the fen (四舍五入): 5 % of 0.50 yuan are
     * 2.5 fen, so 3 fen go and 47 remain.
     *
     * @param permyriad 0 to {@link #WHOLE_PERMYRIAD}: 1000 takes 10 % off, which the trade calls 九折
     */
    record Percent(int permyriad, String reason) implements Discount {
        public Percent {
            if (permyriad < 0 || permyriad > WHOLE_PERMYRIAD) {
                throw new IllegalArgumentException("a discount lies between 0 and 100 %, not at " + permyriad);
            }
            check(reason, permyriad == 0);
        }

        @Override
        public Money of(Money base) {
            long tenThousandths = Math.multiplyExact(base.fen(), permyriad);
            return Money.ofFen((tenThousandths + WHOLE_PERMYRIAD / 2) / WHOLE_PERMYRIAD);
        }

        @Override
        public boolean isNothing() {
            return permyriad == 0;
        }

        /** As people write it, without the sign: {@code 10}, {@code 12.5}. */
        public String percent() {
            int fraction = permyriad % 100;
            if (fraction == 0) return Integer.toString(permyriad / 100);
            String decimals = Integer.toString(100 + fraction).substring(1);
            return permyriad / 100 + "." + (decimals.endsWith("0") ? decimals.substring(0, 1) : decimals);
        }
    }

    /** Whether a text can stand as a reason: 1 to {@link #REASON_CHARS_MAX} characters on one line, not all blank. */
    static boolean isReason(String text) {
        return !text.isBlank()
                && text.length() <= REASON_CHARS_MAX
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void check(String reason, boolean nothing) {
        boolean unsaid = nothing && reason.isEmpty();
        if (!unsaid && !isReason(reason)) {
            throw new IllegalArgumentException("a discount has a reason of 1 to 40 characters on one line");
        }
    }
}
