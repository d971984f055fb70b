package tillbook.scan;

import tillbook.money.Money;

/** What a scale printed into its label. Immutable. */
public sealed interface Measure {
    /** The weight; the register makes the price from it. */
    record Weight(int grams) implements Measure {}

    /** The price of the piece; the weight is not on the label. */
    record Price(Money price) implements Measure {}

    /** Both, as 18-digit labels carry; the price is what the customer has read on the label. */
    record WeightAndPrice(int grams, Money price) implements Measure {}
}
