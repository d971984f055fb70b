package tillbook.desktop.checkout;

import java.util.List;
import tillbook.money.Money;
import tillbook.payment.Provider;
import tillbook.register.Intent;
import tillbook.sale.ReceiptNumber;
import tillbook.scan.ScanMeaning;

/** What follows from a scan. Immutable. */
public sealed interface Step {
    /** Bring this to the register. */
    record Wants(Intent intent) implements Step {}

    /** Show this sale. */
    record Opens(ReceiptNumber receipt) implements Step {}

    /**
     * The amount is unusually large: it is sent once the cashier says yes or has the code scanned again.
     *
     * @param askAbove the amount of the settings above which is asked
     */
    record AsksAmount(Money amount, Money askAbove, Provider provider) implements Step {}

    /**
     * The scan may mean several things: a person chooses one by its place in the list, from 1.
     *
     * @param meanings two or more; payment codes print as their mask
     */
    record AsksMeaning(List<ScanMeaning> meanings) implements Step {
        public AsksMeaning {
            meanings = List.copyOf(meanings);
        }
    }

    /** Nothing is done, and this is why. */
    record Explains(Trouble trouble) implements Step {}
}
