package tillbook.sale;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tillbook.money.Money;

/**
 * What the customer has put on the counter, still changing. Immutable: each change is a new basket.
 *
 * @param number counts the baskets of this register, from 1
 * @param lines at most {@link #LINES_MAX}, in the order they were added
 * @param nextLine the number the next line gets
 */
public record Basket(long number, List<Line> lines, int nextLine) {
    /** A basket beyond this is refused line by line; a day's largest is far below. */
    public static final int LINES_MAX = 500;

    public Basket {
        lines = List.copyOf(lines);
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
        return new Basket(number, more, Math.max(nextLine, line.number() + 1));
    }

    public Basket changed(int lineNumber, UnaryOperator<Line> change) {
        List<Line> all = lines.stream()
                .map(line -> line.number() == lineNumber ? change.apply(line) : line)
                .toList();
        return new Basket(number, all, nextLine);
    }

    public Basket without(int lineNumber) {
        return new Basket(
                number,
                lines.stream().filter(line -> line.number() != lineNumber).toList(),
                nextLine);
    }

    public Optional<Line> line(int lineNumber) {
        return lines.stream().filter(line -> line.number() == lineNumber).findFirst();
    }

    public Money total() {
        return totalOf(lines);
    }

    /** The sum of the lines' amounts. Lines that come back are not yet sold by any face, so all add up. */
    static Money totalOf(List<Line> lines) {
        long fen = 0;
        for (Line line : lines) fen = Math.addExact(fen, line.amount().fen());
        return Money.ofFen(fen);
    }
}
