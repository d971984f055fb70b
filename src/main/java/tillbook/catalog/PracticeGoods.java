package tillbook.catalog;

import java.util.Objects;

/**
 * The little shop of practice mode: some sixty invented goods. Plain ones bear in-store codes (20…), weighed ones an item
 * code of five digits as the practice scale prints it into its labels ({@code 21IIIIIWWWWWC}). Holds no state.
 */
public final class PracticeGoods {
    private static final String RESOURCE = "practice-goods.csv";

    private PracticeGoods() {}

    /** The file of goods, to be imported like any other. */
    public static GoodsSource source() {
        return () -> Objects.requireNonNull(PracticeGoods.class.getResourceAsStream(RESOURCE), RESOURCE);
    }

    /**
     * A code as the practice scale prints it.
     *
     * @param itemCode five digits
     * @param grams 0 to 99,999
     */
    public static String scaleLabel(String itemCode, int grams) {
        String weight = Integer.toString(grams);
        return Gtin.withCheckDigit("21" + itemCode + "0".repeat(5 - weight.length()) + weight);
    }
}
