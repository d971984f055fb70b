package tillbook.desktop.checkout.screen;

/** A row on the left. Immutable. */
sealed interface Row {
    /**
     * A line of the basket or of the sale at the counter, as text.
     *
     * @param line its number in the basket
     * @param place its place in the list, from 1
     */
    record Goods(
            int line,
            int place,
            String name,
            String code,
            String price,
            String quantity,
            String discount,
            String amount)
            implements Row {}

    /**
     * Why the last scan did nothing, or what became of a payment that was put aside.
     *
     * @param code the fault catalogue's, empty if it has none
     * @param unknown code of goods that may be added here, empty if there is none
     */
    record Said(Tone tone, String sentence, String code, String unknown) implements Row {}
}
