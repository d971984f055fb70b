package tillbook.money;

/**
 * An amount of Chinese yuan, counted in fen (1 yuan = 100 fen). Never negative: what flows back is an event of its own
 * kind, not a minus sign. It refuses what it cannot hold and never rounds; where a rule of trade rounds (weighed goods,
 * percentages), that rule stands with its name beside the thing it belongs to. Immutable.
 *
 * @param fen 0 to {@link #FEN_MAX}
 */
public record Money(long fen) implements Comparable<Money> {
    /** The largest amount one sale may carry: 100 million yuan. A limit nobody reaches is still a limit. */
    public static final long FEN_MAX = 100_000_000_00L;

    public static final Money ZERO = new Money(0);

    private static final int YUAN_DIGITS_MAX = 9;

    public Money {
        if (fen < 0 || fen > FEN_MAX) {
            throw new IllegalArgumentException(
                    "an amount lies between 0 and 100,000,000.00 yuan, not at " + fen + " fen");
        }
    }

    public static Money ofFen(long fen) {
        return new Money(fen);
    }

    /**
     * Reads yuan as people and providers write them: {@code 12}, {@code 12.5}, {@code 12.05}.
     *
     * @throws IllegalArgumentException if the text is anything else: a third decimal, a sign, a space, a thousands mark
     */
    public static Money parseYuan(String text) {
        int dot = text.indexOf('.');
        String yuan = dot < 0 ? text : text.substring(0, dot);
        String decimals = dot < 0 ? "" : text.substring(dot + 1);
        boolean plain = isDigits(yuan)
                && yuan.length() <= YUAN_DIGITS_MAX
                && (dot < 0 || (isDigits(decimals) && decimals.length() <= 2));
        if (!plain) throw new IllegalArgumentException("not an amount in yuan with at most two decimals: " + text);
        long fen = Long.parseLong((decimals + "00").substring(0, 2));
        return new Money(Math.addExact(Math.multiplyExact(Long.parseLong(yuan), 100), fen));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    /**
     * What is left.
     *
     * @throws IllegalArgumentException if {@code other} is larger: an amount is never negative
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public boolean isZero() {
        return fen == 0;
    }

    /** Yuan with two decimals and no sign of the currency, as providers want it and as it is printed: {@code 12.05}. */
    public String yuan() {
        long cents = fen % 100;
        return fen / 100 + (cents < 10 ? ".0" : ".") + cents;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    @Override
    public String toString() {
        return "￥" + yuan();
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
