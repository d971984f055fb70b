package tillbook.sale;

import tillbook.money.Money;

/**
 * One line of a basket or a sale, with everything that was true of the goods at that moment: a price that changes
 * tomorrow changes no receipt. Immutable.
 *
 * @param number its identity within the basket, from 1, never used again after a void
 * @param code goods code as scanned
 * @param unit the word for the unit, e.g. 件 or kg
 * @param unitPrice for one unit (1000 thousandths)
 * @param discount taken off the line's amount, its own and its share of the whole basket's; at most the gross amount
 * @param taxRatePermyriad tax contained in the price, in 1/100 percent: 1300 is 13 %
 */
public record Line(
        int number,
        String code,
        String name,
        String unit,
        Quantity quantity,
        Money unitPrice,
        Money discount,
        int taxRatePermyriad,
        LineKind kind) {

    public Line {
        if (number < 1) throw new IllegalArgumentException("a line's number begins at 1, not at " + number);
        if (discount.compareTo(gross(unitPrice, quantity)) > 0) {
            throw new IllegalArgumentException("the discount " + discount + " is larger than the line");
        }
    }

    /** Price times quantity before the discount, rounded half up to the fen (四舍五入, the rule of weighed goods). */
    public Money gross() {
        return gross(unitPrice, quantity);
    }

    /** What the line adds to the total. */
    public Money amount() {
        return gross().minus(discount);
    }

    public Line withQuantity(Quantity changed) {
        return new Line(number, code, name, unit, changed, unitPrice, discount, taxRatePermyriad, kind);
    }

    /** With another price for one unit. */
    public Line withUnitPrice(Money changed) {
        return new Line(number, code, name, unit, quantity, changed, discount, taxRatePermyriad, kind);
    }

    /** With so much taken off in all instead. */
    public Line withDiscount(Money changed) {
        if (changed.equals(discount)) return this;
        return new Line(number, code, name, unit, quantity, unitPrice, changed, taxRatePermyriad, kind);
    }

    private static Money gross(Money price, Quantity quantity) {
        long thousandthsOfFen = Math.multiplyExact(price.fen(), quantity.thousandths());
        return Money.ofFen(Math.addExact(thousandthsOfFen, 500) / 1000);
    }
}
