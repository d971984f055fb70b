package tillbook.sale;

import java.util.List;
import tillbook.money.Money;

/**
 * A basket with its amount fixed: what is being paid for. Nothing of it changes while an attempt lives. Immutable.
 *
 * @param basket the number of the basket it was
 * @param lines at least one
 * @param amount the sum of the lines, over zero
 */
public record Sale(ReceiptNumber number, long basket, List<Line> lines, Money amount) {
    public Sale {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) throw new IllegalArgumentException("a sale has at least one line: " + number);
        if (!amount.equals(Basket.totalOf(lines))) {
            throw new IllegalArgumentException("the amount " + amount + " is not the sum of the lines of " + number);
        }
    }

    public static Sale of(ReceiptNumber number, Basket basket) {
        return new Sale(number, basket.number(), basket.lines(), basket.total());
    }

    /**
     * The basket as it was, for when nothing was paid and the customer changes his mind.
     *
     * @param discounts as they were said when the amount was fixed
     */
    public Basket asBasket(Discounts discounts) {
        int next = lines.stream().mapToInt(Line::number).max().orElse(0) + 1;
        return new Basket(basket, lines, next, discounts);
    }
}
