package tillbook.desktop.checkout.screen;

import java.util.Optional;
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

    boolean sellsByScan() {
        return !shop.rules().isEmpty();
    }
}
