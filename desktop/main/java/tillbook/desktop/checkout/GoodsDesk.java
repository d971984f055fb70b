package tillbook.desktop.checkout;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tillbook.catalog.AddAnswer;
import tillbook.catalog.Catalog;
import tillbook.catalog.CatalogUnreadable;
import tillbook.catalog.Good;
import tillbook.catalog.GoodProblem;
import tillbook.money.Money;
import tillbook.register.Intent;
import tillbook.sale.Quantity;
import tillbook.scan.Measure;

/**
 * Turns codes of goods and labels of the scale into lines. Immutable; safe from any thread, as the catalogue is.
 */
final class GoodsDesk {
    private static final int NEAR_MAX = 5;
    /** A text beyond this is no name that anybody would search for. */
    private static final int SEARCH_CHARS_MAX = 40;

    private static final String PORTION = "份";

    private final Catalog catalog;
    private final Locale language;

    /** The line's name is taken in {@code language}, where the good has one. */
    GoodsDesk(Catalog catalog, Locale language) {
        this.catalog = catalog;
        this.language = language;
    }

    Step byCode(String code) {
        return onSale(
                code, good -> good.weighed() ? explains(new Trouble.NeedsWeight(good)) : adds(good, Quantity.ONE));
    }

    /** As many or as heavy as a person says. */
    Step byHand(String code, Quantity quantity) {
        return onSale(code, good -> adds(good, quantity));
    }

    /** Into the catalogue and onto the counter; known goods stay as they are. */
    Step addNew(String code, String price, String name) {
        try {
            return switch (catalog.add(code, name, price)) {
                case AddAnswer.Added(Good good) -> adds(good, Quantity.ONE);
                case AddAnswer.Known(Good good) -> explains(new Trouble.KnownAlready(good));
                case AddAnswer.Refused(GoodProblem problem) -> explains(new Trouble.NoGood(problem));
            };
        } catch (CatalogUnreadable e) {
            return explains(new Trouble.CatalogueBroken());
        }
    }

    Step byLabel(String itemCode, Measure measure) {
        return onSale(itemCode, good -> good.weighed() ? weighed(good, measure) : notWeighed(good, measure));
    }

    /** Goods for something that is no code. */
    List<Good> named(String text) {
        return text.length() > SEARCH_CHARS_MAX ? List.of() : found(() -> catalog.search(text, NEAR_MAX));
    }

    private Step onSale(String code, Function<Good, Step> then) {
        try {
            Optional<Good> good = catalog.find(code);
            if (good.isEmpty()) return explains(new Trouble.UnknownGoods(code, withInitials(code)));
            return good.get().active() ? then.apply(good.get()) : explains(new Trouble.NotOnSale(good.get()));
        } catch (CatalogUnreadable e) {
            return explains(new Trouble.CatalogueBroken());
        }
    }

    private List<Good> withInitials(String code) {
        boolean hasLetter = code.chars().anyMatch(Character::isLetter);
        return hasLetter ? found(() -> catalog.byInitials(code, NEAR_MAX)) : List.of();
    }

    private static List<Good> found(java.util.function.Supplier<List<Good>> search) {
        try {
            return search.get();
        } catch (CatalogUnreadable e) {
            return List.of();
        }
    }

    private Step weighed(Good good, Measure measure) {
        return switch (measure) {
            case Measure.Weight(int grams) -> grams == 0 ? empty(good) : adds(good, new Quantity(grams));
            case Measure.Price(Money price) ->
                price.isZero() ? empty(good) : portion(good, good.nameIn(language), price);
            case Measure.WeightAndPrice(int grams, Money price) ->
                grams == 0 || price.isZero() ? empty(good) : asOnLabel(good, new Quantity(grams), price);
        };
    }

    /** A price alone may be on the label of a thing that is sold by the piece; a weight may not. */
    private Step notWeighed(Good good, Measure measure) {
        return measure instanceof Measure.Price(Money price) && !price.isZero()
                ? portion(good, good.nameIn(language), price)
                : explains(new Trouble.SoldByThePiece(good));
    }

    /** The customer has read the label: where its price is not that of the catalogue, the label's price is what is sold. */
    private Step asOnLabel(Good good, Quantity weight, Money price) {
        long fen = (Math.multiplyExact(good.unitPrice().fen(), weight.thousandths()) + 500) / 1000;
        return fen == price.fen()
                ? adds(good, weight)
                : portion(good, good.nameIn(language) + " " + weight.text() + good.unit(), price);
    }

    private Step portion(Good good, String name, Money price) {
        return wants(
                new Intent.AddGoods(good.code(), name, PORTION, Quantity.ONE, price, good.taxBasisPoints(), false));
    }

    private Step adds(Good good, Quantity quantity) {
        return wants(new Intent.AddGoods(
                good.code(),
                good.nameIn(language),
                good.unit(),
                quantity,
                good.unitPrice(),
                good.taxBasisPoints(),
                !good.weighed()));
    }

    private static Step empty(Good good) {
        return explains(new Trouble.EmptyLabel(good.code()));
    }

    private static Step wants(Intent intent) {
        return new Step.Wants(intent);
    }

    private static Step explains(Trouble trouble) {
        return new Step.Explains(trouble);
    }
}
