package tillbook.sale;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;

/**
 * The discounts of one basket, as they were said. The amounts follow from them and from the lines alone, whatever came
 * first: a line's own discount is taken off its gross amount; the whole basket's is taken off what then remains of all
 * lines together, and spread over them in proportion to what remains of each, the odd fen going to the largest
 * remainders and among equals to the line that stands first. So the lines always add up to the total, none is below
 * zero, and what one line cost can be told when it comes back.
 *
 * <p>When a line changes, comes or goes, everything is worked out anew: a percentage is of the new amount, and an amount
 * is spread anew, for as long as it fits. Where less is left than the amount that was granted, all that is left is taken
 * off; if the lines grow again, so does what is taken off, up to that amount.
 *
 * <p>Goods that come back take no part in the whole basket's discount. Immutable.
 *
 * @param whole on the basket, null if none
 * @param ofLines on single lines, in the order of the lines' numbers; never {@linkplain Discount#isNothing() nothing}
 */
public record Discounts(@Nullable Discount whole, List<OfLine> ofLines) {
    public static final Discounts NONE = new Discounts(null, List.of());

    /** A line's own discount. */
    public record OfLine(int line, Discount discount) {}

    public Discounts {
        ofLines = List.copyOf(ofLines);
    }

    public boolean isEmpty() {
        return whole == null && ofLines.isEmpty();
    }

    /** A line's own discount. */
    public Optional<Discount> ofLine(int line) {
        return ofLines.stream()
                .filter(own -> own.line() == line)
                .map(OfLine::discount)
                .findFirst();
    }

    /** With this discount on the basket instead of the former; nothing takes it away. */
    public Discounts onAll(Discount discount) {
        return new Discounts(discount.isNothing() ? null : discount, ofLines);
    }

    /** With this discount on a line instead of its former; nothing takes it away. */
    public Discounts onLine(int line, Discount discount) {
        List<OfLine> all = new ArrayList<>(without(line).ofLines);
        if (!discount.isNothing()) all.add(new OfLine(line, discount));
        all.sort(Comparator.comparingInt(OfLine::line));
        return new Discounts(whole, all);
    }

    /** Without what was said of a line. */
    public Discounts without(int line) {
        return new Discounts(
                whole, ofLines.stream().filter(own -> own.line() != line).toList());
    }

    /** The lines with what these discounts take off each, and nothing else. */
    public List<Line> on(List<Line> lines) {
        List<Line> own = lines.stream()
                .map(line -> line.withDiscount(
                        ofLine(line.number()).map(one -> one.of(line.gross())).orElse(Money.ZERO)))
                .toList();
        return whole == null ? own : spread(whole.of(remaining(own)), own);
    }

    /** What is left of the lines before the whole basket's discount. */
    public Money before(List<Line> lines) {
        return remaining(new Discounts(null, ofLines).on(lines));
    }

    private static Money remaining(List<Line> lines) {
        return Basket.totalOf(lines.stream().filter(Discounts::takesPart).toList());
    }

    private static boolean takesPart(Line line) {
        return line.kind() == LineKind.SALE;
    }

    /** A line's exact share is {@code whole × its amount ÷ all}; its part below one fen is the remainder. */
    private static List<Line> spread(Money whole, List<Line> lines) {
        long all = remaining(lines).fen();
        if (all == 0 || whole.isZero()) return lines;
        long[] shares = new long[lines.size()];
        long[] remainders = new long[lines.size()];
        long left = whole.fen();
        for (int i = 0; i < shares.length; i++) {
            if (!takesPart(lines.get(i))) continue;
            BigInteger[] parts = BigInteger.valueOf(whole.fen())
                    .multiply(BigInteger.valueOf(lines.get(i).amount().fen()))
                    .divideAndRemainder(BigInteger.valueOf(all));
            shares[i] = parts[0].longValueExact();
            remainders[i] = parts[1].longValueExact();
            left -= shares[i];
        }
        largestFirst(remainders).limit(left).forEach(i -> shares[i]++);
        return IntStream.range(0, shares.length)
                .mapToObj(i -> takesMore(lines.get(i), shares[i]))
                .toList();
    }

    /** The sort is stable, so that among equals the line that stands first is the first. */
    private static IntStream largestFirst(long[] remainders) {
        return IntStream.range(0, remainders.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
                .mapToInt(Integer::intValue);
    }

    private static Line takesMore(Line line, long shareFen) {
        return shareFen == 0 ? line : line.withDiscount(line.discount().plus(Money.ofFen(shareFen)));
    }
}
