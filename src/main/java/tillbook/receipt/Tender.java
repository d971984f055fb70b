package tillbook.receipt;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.CashTaken;
import tillbook.journal.JournalEvent.ScanPaid;
import tillbook.journal.JournalEvent.TenderPaid;
import tillbook.money.Money;
import tillbook.payment.Provider;
import tillbook.sale.OrderNumber;

/** How a part of the total was paid, or is being checked. Immutable. */
public sealed interface Tender {
    /** What this tender paid of the total; for {@link BeingChecked} what it will have paid, if it has. */
    Money amount();

    /** Notes and coins. */
    record Cash(Money amount, Money given, Money change) implements Tender {}

    /**
     * Paid through a provider, proven by its signed word.
     *
     * @param paidAt the provider's time, null if it did not say
     * @param payer masked, null if the provider did not say
     * @param payerPaid after the provider's coupons, null if it did not say
     */
    record Scan(
            Provider provider,
            Money amount,
            String tradeNumber,
            OrderNumber order,
            @Nullable Instant paidAt,
            @Nullable String payer,
            @Nullable Money payerPaid)
            implements Tender {}

    /** Asked of a provider, its outcome not known: no proof of a payment. */
    record BeingChecked(Provider provider, Money amount, OrderNumber order) implements Tender {}

    /** What a record of money says. */
    static Tender of(TenderPaid paid) {
        return switch (paid) {
            case CashTaken cash -> new Cash(cash.amount(), cash.given(), cash.change());
            case ScanPaid scan ->
                new Scan(
                        scan.provider(),
                        scan.amount(),
                        scan.tradeNumber(),
                        scan.order(),
                        scan.paidAt(),
                        scan.payer(),
                        scan.payerPaid());
        };
    }

    /** An attempt whose outcome nobody knows yet. */
    static Tender of(AttemptCreated attempt) {
        return new BeingChecked(attempt.provider(), attempt.amount(), attempt.order());
    }
}
