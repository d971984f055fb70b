package tillbook.register;

import tillbook.sale.Basket;
import tillbook.sale.HeldNumber;

/**
 * 挂单: a basket that stepped aside, as it was. Immutable.
 *
 * @param note to tell it from others, perhaps empty
 * @param since wall time, ms
 */
public record HeldBasket(HeldNumber number, Basket basket, String note, long since) {
    /** More than this many baskets wait in no shop; a person recalls or drops some first. */
    public static final int BASKETS_MAX = 50;

    /** The longest note, characters. */
    public static final int NOTE_CHARS_MAX = 40;
}
