package tillbook.desktop.checkout.screen;

import java.util.Optional;
import tillbook.payment.AttemptState;
import tillbook.register.Attempt;
import tillbook.register.PaymentRules;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.register.Shop;
import tillbook.sale.Basket;

/**
 * What panels are made from. Immutable.
 *
 * @param nowMs on the clock of {@link Snapshot#waitingSinceMs}
 * @param wallMs wall time
 * @param dark the screen is dark now
 */
record Sight(Snapshot snapshot, Words words, Shop shop, long nowMs, long wallMs, boolean dark) {
    RegisterState state() {
        return snapshot.state();
    }

    Basket basket() {
        return state().basket();
    }

    PaymentRules rules(tillbook.payment.Provider provider) {
        return shop.rules().getOrDefault(provider, PaymentRules.ALIPAY);
    }

    /** What stands on the left: the basket, else the unpaid sale whose customer is at the counter. */
    Optional<SaleState> frozenAtCounter() {
        if (!basket().isEmpty()) return Optional.empty();
        return state().saleAtCounter().filter(sale -> sale.stage() == SaleState.Stage.FROZEN);
    }

    /** A cancel that the provider has not taken: until a person says otherwise no other money is taken for its sale. */
    boolean holdsUpAnother(Attempt attempt) {
        return attempt.state() == AttemptState.CANCELLING
                && state().saleOf(attempt.order())
                        .flatMap(SaleState::living)
                        .filter(living -> living.order().equals(attempt.order()))
                        .isPresent();
    }

    /** Begun for an account that is not in the settings now: nobody is asked about it. */
    boolean isNobodyAsked(Attempt attempt) {
        return switch (attempt.state()) {
            case PENDING, UNKNOWN, CANCELLING, WATCH -> shop.isOfAnotherAccount(attempt);
            case CREATED, SENDING, PAID, DECLINED, CLOSED, VOID, REVERSED, NOT_FOUND, NEEDS_PERSON, ANOMALY -> false;
        };
    }

    boolean sellsByScan() {
        return !shop.rules().isEmpty();
    }
}
