package tillbook.desktop.checkout.screen;

import java.util.ArrayList;
import java.util.List;
import tillbook.register.Intent;

/**
 * What was asked of the register and has no answer yet: who presses twice wants it once. A scan in between begins anew,
 * since the same wish may then be meant for something else. Owned by the drawing thread.
 */
final class Wishes {
    /**
     * One thing that was asked for.
     *
     * @param open what was open when it was
     * @param intents one after the other; none if the desk makes them
     */
    record Wish(Asking open, List<Intent> intents) {
        Wish {
            intents = List.copyOf(intents);
        }

        /** Whether a held basket comes back only to be dropped. */
        boolean drops() {
            return intents.size() > 1 && intents.getLast() instanceof Intent.DropBasket;
        }
    }

    private final List<Wish> unanswered = new ArrayList<>();

    /** Notes it; false if it was asked for already, or the same question answered another way. */
    boolean begins(Wish wish) {
        boolean again = unanswered.stream()
                .anyMatch(before -> isSame(before, wish)
                        || (isAnsweredOnce(wish.open()) && before.open().equals(wish.open())));
        return !again && unanswered.add(wish);
    }

    private static boolean isSame(Wish one, Wish other) {
        return !one.intents().isEmpty() && one.intents().equals(other.intents());
    }

    void ends(Wish wish) {
        unanswered.remove(wish);
    }

    /** What comes now stands behind something else. */
    void beginAnew() {
        unanswered.clear();
    }

    /** Whether a second answer, whatever it says, would come too late for the first. */
    private static boolean isAnsweredOnce(Asking asking) {
        return switch (asking) {
            case Asking.Cash _,
                    Asking.Hold _,
                    Asking.DropHeld _,
                    Asking.HoldFirst _,
                    Asking.NewGoods _,
                    Asking.Goods _,
                    Asking.AllowAnother _,
                    Asking.Settle _ -> true;
            case Asking.Nothing _,
                    Asking.PaymentCode _,
                    Asking.LineQuantity _,
                    Asking.LinePrice _,
                    Asking.Discounting _,
                    Asking.Held _,
                    Asking.Weight _,
                    Asking.Find _,
                    Asking.LargeAmount _,
                    Asking.Meaning _,
                    Asking.OpenAttempts _,
                    Asking.Unpaid _,
                    Asking.Vouchers _,
                    Asking.OneSale _,
                    Asking.PaidSale _,
                    Asking.PrinterLight _,
                    Asking.More _,
                    Asking.SignOn _,
                    Asking.Refused _,
                    Asking.Closing _ -> false;
        };
    }
}
