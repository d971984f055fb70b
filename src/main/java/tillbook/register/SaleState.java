package tillbook.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tillbook.money.Money;
import tillbook.sale.Basket;
import tillbook.sale.Discounts;
import tillbook.sale.OrderNumber;
import tillbook.sale.Sale;

/**
 * One sale that is not yet at rest. Immutable.
 *
 * @param attempts in the order they were made, over all tenders
 * @param paid the sum of the tenders that are paid
 * @param stage where the sale as a whole stands
 * @param discounts as they were said when the amount was fixed, for when it comes back to the counter
 */
public record SaleState(Sale sale, List<Attempt> attempts, Money paid, Stage stage, Discounts discounts) {
    /** Where a sale stands as a whole. */
    public enum Stage {
        /** Its amount is fixed and it waits for money. */
        FROZEN,
        /** Its basket is on the counter again and may change; the number waits for the next freeze. */
        RELEASED,
        /** Paid in full. */
        PAID,
        /** Ended without money. */
        ABANDONED
    }

    public SaleState {
        attempts = List.copyOf(attempts);
    }

    SaleState(Sale sale, List<Attempt> attempts, Money paid, Stage stage) {
        this(sale, attempts, paid, stage, Discounts.NONE);
    }

    static SaleState frozen(Sale sale, Discounts discounts) {
        return new SaleState(sale, List.of(), Money.ZERO, Stage.FROZEN, discounts);
    }

    SaleState frozenAgain(Sale changed, Discounts said) {
        return new SaleState(changed, attempts, paid, Stage.FROZEN, said);
    }

    Basket asBasket() {
        return sale.asBasket(discounts);
    }

    /** How much there is to keep of it: lines, and what was said of single lines. */
    int weight() {
        return sale.lines().size() + discounts.ofLines().size();
    }

    SaleState in(Stage next) {
        return new SaleState(sale, attempts, paid, next, discounts);
    }

    SaleState paying(Money amount, boolean completes) {
        return new SaleState(sale, attempts, paid.plus(amount), completes ? Stage.PAID : stage, discounts);
    }

    SaleState with(Attempt attempt) {
        List<Attempt> changed = new ArrayList<>(attempts);
        changed.removeIf(known -> known.order().equals(attempt.order()));
        changed.add(Math.min(attempt.facts().attempt() - 1, changed.size()), attempt);
        return new SaleState(sale, changed, paid, stage, discounts);
    }

    public Optional<Attempt> attempt(OrderNumber order) {
        for (Attempt known : attempts) {
            if (known.order().equals(order)) return Optional.of(known);
        }
        return Optional.empty();
    }

    /** What is still to be paid. */
    public Money due() {
        return sale.amount().minus(paid);
    }

    /** The attempt whose outcome is awaited, if there is one; at most one lives. */
    public Optional<Attempt> living() {
        for (Attempt attempt : attempts) {
            if (!attempt.leavesRoomForAnother()) return Optional.of(attempt);
        }
        return Optional.empty();
    }

    boolean mayTenderAgain() {
        return stage == Stage.FROZEN && living().isEmpty();
    }

    /** Money for this sale has a place: what was paid in another way meanwhile is not paid again. */
    boolean stillNeeds(Money amount) {
        return stage == Stage.FROZEN && amount.compareTo(due()) <= 0;
    }

    boolean isPartPaid() {
        return stage == Stage.FROZEN && !paid.isZero();
    }

    /** Nothing of it can move any more: the tape and the searchable journal are enough. */
    boolean isAtRest() {
        if (stage != Stage.PAID && stage != Stage.ABANDONED) return false;
        for (Attempt attempt : attempts) {
            if (!attempt.state().isFinal()) return false;
        }
        return true;
    }
}
