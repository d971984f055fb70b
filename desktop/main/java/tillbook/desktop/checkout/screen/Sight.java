package tillbook.desktop.checkout.screen;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tillbook.device.FoundDevice;
import tillbook.payment.AttemptState;
import tillbook.register.Attempt;
import tillbook.register.PaymentRules;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.register.Shop;
import tillbook.sale.Basket;
import tillbook.sale.ReceiptNumber;

/**
 * What panels are made from. Immutable.
 *
 * @param nowMs on the clock of {@link Snapshot#waitingSinceMs}
 * @param wallMs wall time
 * @param dark the screen is dark now
 * @param dismissed the sale that the cashier has done with although it is still the one at the counter, null if none
 * @param devices what is plugged in
 */
record Sight(
        Snapshot snapshot,
        Words words,
        Shop shop,
        long nowMs,
        long wallMs,
        boolean dark,
        @Nullable ReceiptNumber dismissed,
        List<FoundDevice> devices) {
    RegisterState state() {
        return snapshot.state();
    }

    Basket basket() {
        return state().basket();
    }

    PaymentRules rules(tillbook.payment.Provider provider) {
        return shop.rules().getOrDefault(provider, PaymentRules.ALIPAY);
    }

    /** The sale of the customer who stands there now; what the cashier has done with is in the tray, null as well. */
    @Nullable
    ReceiptNumber atCounter() {
        ReceiptNumber at = state().atCounter();
        return at == null || at.equals(dismissed) ? null : at;
    }

    /** What stands on the left: the basket, else the unpaid sale whose customer is at the counter. */
    Optional<SaleState> frozenAtCounter() {
        if (!basket().isEmpty() || atCounter() == null) return Optional.empty();
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
