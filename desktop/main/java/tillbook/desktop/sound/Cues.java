package tillbook.desktop.sound;

import java.util.Optional;
import tillbook.desktop.checkout.screen.Manner;
import tillbook.desktop.checkout.screen.Snapshot;
import tillbook.payment.AttemptState;
import tillbook.register.Attempt;
import tillbook.register.RegisterState;
import tillbook.register.SaleState;
import tillbook.sale.OrderNumber;

/** Which sound goes with what the checkout shows. Pure functions. */
final class Cues {
    private Cues() {}

    /** The sound of an answer to what a person did. */
    static Optional<Sound> of(Manner manner) {
        return switch (manner) {
            case TAKEN -> Optional.of(Sound.TAKEN);
            case REFUSED -> Optional.of(Sound.REFUSED);
            case ASKS -> Optional.of(Sound.ATTENTION);
            case QUIET -> Optional.empty();
        };
    }

    /** The weightiest thing that happened between two pictures, at the counter or in the tray: there may be many between. */
    static Optional<Sound> between(Snapshot before, Snapshot now) {
        if (now.lastPaid() != null && !now.lastPaid().equals(before.lastPaid())) return Optional.of(Sound.PAID);
        if (someoneIsNewlyNeeded(before.state(), now.state())) return Optional.of(Sound.ATTENTION);
        return somethingEndedUnpaid(before.state(), now.state()) ? Optional.of(Sound.NOT_PAID) : Optional.empty();
    }

    private static boolean someoneIsNewlyNeeded(RegisterState before, RegisterState now) {
        return now.openAttempts()
                .filter(attempt -> isForSomeone(attempt.state()))
                .anyMatch(attempt -> before.attempt(attempt.order())
                        .filter(known -> known.state() == attempt.state())
                        .isEmpty());
    }

    /** Being checked is a matter for the cashier: the customer must not pay again. */
    private static boolean isForSomeone(AttemptState state) {
        return state == AttemptState.UNKNOWN || state == AttemptState.ANOMALY || state == AttemptState.NEEDS_PERSON;
    }

    /** A sale was waiting for the outcome of an attempt, and now may be paid in another way. */
    private static boolean somethingEndedUnpaid(RegisterState before, RegisterState now) {
        return now.sales().stream()
                .filter(sale ->
                        sale.stage() == SaleState.Stage.FROZEN && sale.living().isEmpty())
                .anyMatch(sale -> sale.attempts().stream().anyMatch(attempt -> wasLiving(before, attempt.order()))
                        || (isNew(before, sale) && !sale.attempts().isEmpty()));
    }

    private static boolean wasLiving(RegisterState before, OrderNumber order) {
        return before.saleOf(order)
                .flatMap(SaleState::living)
                .map(Attempt::order)
                .filter(order::equals)
                .isPresent();
    }

    /** Refused so quickly that no picture showed the attempt. */
    private static boolean isNew(RegisterState before, SaleState sale) {
        int known = before.sale(sale.sale().number())
                .map(was -> was.attempts().size())
                .orElse(0);
        return sale.attempts().size() > known;
    }
}
