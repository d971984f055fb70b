package tillbook.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tillbook.money.Money;
import tillbook.sale.Line;

/**
 * The tax that the prices of one rate contain. Immutable.
 *
 * @param ratePermyriad in 1/100 percent: 1300 is 13 %, never 0
 * @param amount what all lines of this rate cost, tax within
 * @param tax of {@code amount}, rounded half up once for the rate and not once a line
 */
public record TaxPart(int ratePermyriad, Money amount, Money tax) {
    private static final long WHOLE_PERMYRIAD = 10_000;

    /** One part for each rate over 0, the lowest rate first. */
    static List<TaxPart> of(List<Line> lines) {
        SortedMap<Integer, Money> amounts = new TreeMap<>();
        for (Line line : lines) {
            if (line.taxRatePermyriad() > 0) amounts.merge(line.taxRatePermyriad(), line.amount(), Money::plus);
        }
        List<TaxPart> parts = new ArrayList<>();
        amounts.forEach((rate, amount) -> parts.add(new TaxPart(rate, amount, contained(amount, rate))));
        return parts;
    }

    private static Money contained(Money amount, int rate) {
        long whole = WHOLE_PERMYRIAD + rate;
        return Money.ofFen((Math.multiplyExact(amount.fen(), rate) * 2 + whole) / (whole * 2));
    }

    /** The rate as people write it, without the sign: {@code 13}, {@code 6.5}. */
    public String percent() {
        int fraction = ratePermyriad % 100;
        if (fraction == 0) return Integer.toString(ratePermyriad / 100);
        String decimals = fraction % 10 == 0
                ? Integer.toString(fraction / 10)
                : Integer.toString(100 + fraction).substring(1);
        return ratePermyriad / 100 + "." + decimals;
    }
}
