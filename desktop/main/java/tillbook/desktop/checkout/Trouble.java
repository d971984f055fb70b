package tillbook.desktop.checkout;

import java.time.Instant;
import java.util.List;
import tillbook.catalog.Good;
import tillbook.catalog.GoodProblem;
import tillbook.money.Money;
import tillbook.sale.ReceiptNumber;

/** Why a scan did nothing. No payment code stands in any of them whole. Immutable. */
public sealed interface Trouble {
    /** Goods that it proposes instead, perhaps none. */
    default List<Good> proposed() {
        return switch (this) {
            case UnknownGoods unknown -> unknown.near();
            case NotACode no -> no.near();
            case NotOnSale _,
                    NeedsWeight _,
                    SoldByThePiece _,
                    EmptyLabel _,
                    BadCheckDigit _,
                    KnownAlready _,
                    NoGood _,
                    NothingDue _,
                    AlreadyPaid _,
                    NothingAsked _,
                    CatalogueBroken _ -> List.of();
        };
    }

    /**
     * A code of goods that the catalogue does not know.
     *
     * @param near goods whose initials begin like it, perhaps none: it may have been typed
     */
    record UnknownGoods(String code, List<Good> near) implements Trouble {
        public UnknownGoods {
            near = List.copyOf(near);
        }
    }

    /** Kept on record, but no longer sold. */
    record NotOnSale(Good good) implements Trouble {}

    /** Sold by weight, and the scan tells no weight. */
    record NeedsWeight(Good good) implements Trouble {}

    /** A scale's label for goods that are sold by the piece. */
    record SoldByThePiece(Good good) implements Trouble {}

    /** A scale's label without a weight or price that could be sold. */
    record EmptyLabel(String itemCode) implements Trouble {}

    /**
     * SCN-BAD: misread, the check digit does not fit.
     *
     * @param shown the code, masked if it may be a payment code
     */
    record BadCheckDigit(String shown) implements Trouble {}

    /**
     * SCN-BAD: no code of any kind.
     *
     * @param shown the text, masked if it may hold a payment code
     * @param near goods with such a name, perhaps none
     */
    record NotACode(String shown, List<Good> near) implements Trouble {
        public NotACode {
            near = List.copyOf(near);
        }
    }

    /** Goods were to be added whose code is known, on sale or not; nothing has changed. */
    record KnownAlready(Good good) implements Trouble {}

    /** Goods were to be added that cannot be kept like this; {@link tillbook.catalog.CatalogText} says why. */
    record NoGood(GoodProblem problem) implements Trouble {}

    /** OPR-NOT-SUBMITTED: a payment code, and nothing on the counter that it could pay. */
    record NothingDue() implements Trouble {}

    /** PAY-TWICE: a payment code, and the sale at the counter is paid. */
    record AlreadyPaid(ReceiptNumber receipt, Money amount, Instant at) implements Trouble {}

    /** There is no question, or not this answer to it. */
    record NothingAsked() implements Trouble {}

    /** The goods cannot be read just now; cash and code payment of what is on the counter still work. */
    record CatalogueBroken() implements Trouble {}
}
