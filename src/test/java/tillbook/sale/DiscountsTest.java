package tillbook.sale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tillbook.money.Money;

class DiscountsTest {
    private static final int BASKETS = 3_000;
    private static final int CHANGES = 30;

    @ParameterizedTest
    @CsvSource({"50,500,3", "49,500,2", "100,1000,10", "1,5000,1", "1,4999,0", "999,10000,999", "0,10000,0"})
    void aPercentageIsRoundedHalfUpToTheFen(long fen, int permyriad, long off) {
        assertEquals(Money.ofFen(off), new Discount.Percent(permyriad, "member").of(Money.ofFen(fen)));
    }

    @ParameterizedTest
    @CsvSource({"1000,10", "1250,12.5", "1205,12.05", "10000,100"})
    void aPercentageIsWrittenAsPeopleWriteIt(int permyriad, String text) {
        assertEquals(text, new Discount.Percent(permyriad, "member").percent());
    }

    @Test
    void whatTakesSomethingOffHasAReason() {
        assertThrows(IllegalArgumentException.class, () -> new Discount.Amount(Money.ofFen(1), ""));
        assertThrows(IllegalArgumentException.class, () -> new Discount.Amount(Money.ofFen(1), "  "));
        assertThrows(IllegalArgumentException.class, () -> new Discount.Percent(1, "a\nb"));
        assertThrows(IllegalArgumentException.class, () -> new Discount.Percent(1, "a".repeat(41)));
        assertThrows(IllegalArgumentException.class, () -> new Discount.Percent(10_001, "member"));
        assertTrue(Discount.NOTHING.isNothing());
    }

    @Test
    void theOddFenGoToTheLargestRemaindersAndAmongEqualsToTheFirstLine() {
        Basket basket = basketOf(100, 100, 100).discounted(amount(100));
        assertEquals(List.of(34L, 33L, 33L), discounts(basket));
        Basket uneven = basketOf(1, 2, 997).discounted(amount(500));
        assertEquals(List.of(1L, 1L, 498L), discounts(uneven));
    }

    @Test
    void aLinesOwnDiscountComesFirstAndTheBasketsIsOfWhatRemains() {
        Basket basket = basketOf(1_000, 1_000).discounted(percent(1_000)).discounted(1, amount(500));
        assertEquals(List.of(550L, 100L), discounts(basket));
        assertEquals(Money.ofFen(1_350), basket.total());
    }

    @Test
    void aRepeatedDiscountReplacesTheFormerAndNothingEndsIt() {
        Basket basket = basketOf(1_000, 500).discounted(1, amount(300)).discounted(percent(5_000));
        Basket again = basket.discounted(1, percent(1_000)).discounted(percent(2_000));
        assertEquals(Money.ofFen(1_120), again.total());
        Basket none = again.discounted(1, Discount.NOTHING).discounted(Discount.NOTHING);
        assertEquals(basketOf(1_000, 500), none);
    }

    @Test
    void anAmountIsSpreadAnewWhenALineComesAndLimitedWhenOneGoes() {
        Basket basket = basketOf(1_000, 500).discounted(amount(900));
        assertEquals(List.of(600L, 300L), discounts(basket));
        Basket more = basket.with(line(3, 1_500));
        assertEquals(List.of(300L, 150L, 450L), discounts(more));
        Basket less = basket.without(1);
        assertEquals(Money.ZERO, less.total());
        assertEquals(Money.ofFen(100), less.with(line(3, 500)).total());
    }

    @Test
    void aDiscountOnEverythingEndsWithTheLastLine() {
        Basket empty = basketOf(1_000).discounted(percent(5_000)).without(1);
        assertEquals(Discounts.NONE, empty.discounts());
        assertEquals(Money.ofFen(700), empty.with(line(2, 700)).total());
    }

    @Test
    void aLinesDiscountShrinksWithTheLineAndGrowsWithItAgain() {
        Basket basket = new Basket(1, List.of(line(1, 400)), 2)
                .changed(1, Quantity.ofPieces(3))
                .discounted(1, amount(1_000));
        assertEquals(Money.ofFen(200), basket.total());
        assertEquals(Money.ZERO, basket.changed(1, Quantity.ONE).total());
        assertEquals(Money.ZERO, basket.changed(1, Money.ofFen(300)).total());
        assertEquals(
                Money.ofFen(200),
                basket.changed(1, Quantity.ONE).changed(1, Quantity.ofPieces(3)).total());
    }

    @Test
    void whatComesBackTakesNoPartInTheBasketsDiscount() {
        Line back = new Line(2, "2", "茶", "件", Quantity.ONE, Money.ofFen(500), Money.ZERO, 0, LineKind.RETURN);
        Basket basket = basketOf(1_000).with(back).discounted(percent(1_000));
        assertEquals(List.of(100L, 0L), discounts(basket));
    }

    @Test
    void amountsAsLargeAsMoneyCanBeAreSpreadExactly() {
        Basket basket = basketOf(Money.FEN_MAX / 2, Money.FEN_MAX / 2 - 1).discounted(amount(Money.FEN_MAX - 2));
        assertEquals(Money.ofFen(1), basket.total());
    }

    /** Whatever is scanned, changed, taken off and discounted, in whatever order. */
    @Test
    void theSumIsExactNoLineIsBelowZeroAndOnlyWhatWasSaidCounts() {
        for (int seed = 0; seed < BASKETS; seed++) {
            SplittableRandom dice = new SplittableRandom(seed);
            Basket basket = Basket.empty(1);
            for (int change = 0; change < CHANGES; change++) {
                basket = changed(basket, dice);
                check(basket, seed);
            }
        }
    }

    private static Basket changed(Basket basket, SplittableRandom dice) {
        if (basket.isEmpty() || dice.nextInt(4) == 0) return basket.with(line(basket.nextLine(), dice.nextInt(3_000)));
        int line = basket.lines().get(dice.nextInt(basket.lines().size())).number();
        return switch (dice.nextInt(6)) {
            case 0 -> basket.changed(line, new Quantity(1 + dice.nextInt(4_000)));
            case 1 -> basket.changed(line, Money.ofFen(dice.nextInt(2_000)));
            case 2 -> basket.discounted(line, discount(dice));
            case 3 -> basket.without(line);
            default -> basket.discounted(discount(dice));
        };
    }

    private static Discount discount(SplittableRandom dice) {
        return switch (dice.nextInt(5)) {
            case 0 -> Discount.NOTHING;
            case 1, 2 -> amount(1 + dice.nextInt(4_000));
            default -> percent(1 + dice.nextInt(10_000));
        };
    }

    private static void check(Basket basket, int seed) {
        String which = "seed " + seed + ": " + basket;
        long own = 0;
        for (Line line : basket.lines()) {
            assertTrue(line.amount().fen() >= 0, which);
            long its = basket.discounts()
                    .ofLine(line.number())
                    .map(discount -> discount.of(line.gross()).fen())
                    .orElse(0L);
            assertTrue(line.discount().fen() >= its, which);
            own += line.gross().fen() - its;
        }
        Discount whole = basket.discounts().whole();
        long off = whole == null ? 0 : whole.of(Money.ofFen(own)).fen();
        assertEquals(own - off, basket.total().fen(), which);
        basket.discounts()
                .ofLines()
                .forEach(of -> assertFalse(basket.line(of.line()).isEmpty(), which));
        assertEquals(basket.lines(), basket.discounts().on(basket.lines()), which);
        if (basket.isEmpty()) return;
        Sale sale = Sale.of(ReceiptNumber.of(1, "K7", 1), basket);
        assertEquals(basket.lines(), sale.asBasket(basket.discounts()).lines(), which);
    }

    private static Discount amount(long fen) {
        return new Discount.Amount(Money.ofFen(fen), "damaged");
    }

    private static Discount percent(int permyriad) {
        return new Discount.Percent(permyriad, "member");
    }

    private static List<Long> discounts(Basket basket) {
        return basket.lines().stream().map(line -> line.discount().fen()).toList();
    }

    private static Basket basketOf(long... prices) {
        Basket basket = Basket.empty(1);
        for (long fen : prices) basket = basket.with(line(basket.nextLine(), fen));
        return basket;
    }

    private static Line line(int number, long fen) {
        return new Line(
                number, "100" + number, "茶", "件", Quantity.ONE, Money.ofFen(fen), Money.ZERO, 1_300, LineKind.SALE);
    }
}
