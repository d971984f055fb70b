package tillbook.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tillbook.money.Money;

/**
 * What the customer has put on the counter, still changing. Immutable: each change is a new basket, in which every
 * discount is worked out anew.
 *
 * @param number counts the baskets of this register, from 1
 * @param lines at most {@link #LINES_MAX}, in the order they were added, with what is taken off each
 * @param nextLine the number the next line gets
 * @param discounts as they were said
 */
public record Basket(long number, List<Line> lines, int nextLine, Discounts discounts) {
    /** A basket beyond this is refused line by line; a day's largest is far below. */
    public static final int LINES_MAX = 500;

    public Basket {
        lines = List.copyOf(lines);
    }

    /** A basket without discounts. */
    public Basket(long number, List<Line> lines, int nextLine) {
        this(number, lines, nextLine, Discounts.NONE);
    }

    public static Basket empty(long number) {
        return new Basket(number, List.of(), 1);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    public Basket with(Line line) {
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return of(more, Math.max(nextLine, line.number() + 1), discounts);
    }

    /** With another quantity of a line. */
    public Basket changed(int lineNumber, Quantity quantity) {
        return changed(lineNumber, line -> line.withQuantity(quantity));
    }

    /** With another price of a line. */
    public Basket changed(int lineNumber, Money unitPrice) {
        return changed(lineNumber, line -> line.withUnitPrice(unitPrice));
    }

    private Basket changed(int lineNumber, UnaryOperator<Line> change) {
        // What was taken off may be more than the changed line costs: it is put on again, as much as there is room for.
        UnaryOperator<Line> safely = discounts.isEmpty() ? change : line -> change.apply(line.withDiscount(Money.ZERO));
        List<Line> all = lines.stream()
                .map(line -> line.number() == lineNumber ? safely.apply(line) : line)
                .toList();
        return of(all, nextLine, discounts);
    }

    public Basket without(int lineNumber) {
        List<Line> left =
                lines.stream().filter(line -> line.number() != lineNumber).toList();
        // A discount on everything ends with the last line: what is scanned next may be another customer's.
        return of(left, nextLine, left.isEmpty() ? Discounts.NONE : discounts.without(lineNumber));
    }

    /** With this discount on a line instead of its former. */
    public Basket discounted(int lineNumber, Discount discount) {
        return withDiscounts(discounts.onLine(lineNumber, discount));
    }

    /** With this discount on everything instead of the former. */
    public Basket discounted(Discount discount) {
        return withDiscounts(discounts.onAll(discount));
    }

    private Basket withDiscounts(Discounts changed) {
        return new Basket(number, changed.on(lines), nextLine, changed);
    }

    private Basket of(List<Line> changed, int next, Discounts said) {
        return new Basket(number, discounts.isEmpty() ? changed : said.on(changed), next, said);
    }

    public Optional<Line> line(int lineNumber) {
        return lines.stream().filter(line -> line.number() == lineNumber).findFirst();
    }

    public Money total() {
        return totalOf(lines);
    }

    /** What all discounts together take off. */
    public Money discount() {
        long fen = 0;
        for (Line line : lines) fen = Math.addExact(fen, line.discount().fen());
        return Money.ofFen(fen);
    }

    /** How much there is to keep of it: lines, and what was said of single lines. */
    public int weight() {
        return lines.size() + discounts.ofLines().size();
    }

    /** The sum of the lines' amounts. Lines that come back are not yet sold by any face, so all add up. */
    static Money totalOf(List<Line> lines) {
        long fen = 0;
        for (Line line : lines) fen = Math.addExact(fen, line.amount().fen());
        return Money.ofFen(fen);
    }
}
