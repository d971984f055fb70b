package tillbook.journal.search;

import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.AttemptCreated;
import tillbook.journal.JournalEvent.CancelCause;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.money.Money;
import tillbook.payment.AttemptState;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/**
 * One attempt to take money through a provider. Immutable.
 *
 * @param id sequence of the record that created it
 * @param sale {@link SaleRow#id} of its sale
 * @param createdAt wall time, ms since the epoch
 */
public record AttemptRow(
        long id,
        long sale,
        ReceiptNumber receipt,
        int tender,
        int attempt,
        OrderNumber order,
        Provider provider,
        Money amount,
        String maskedCode,
        long createdAt,
        Progress progress) {

    /**
     * What became of it.
     *
     * @param tradeNumber the provider's number, null until it paid
     * @param code the provider's last code, null before any answer
     * @param subCode the provider's last finer code, null if none
     * @param decidedAt when it was proven or settled, ms since the epoch, null while open
     * @param cancel why it shall not stand, null if nobody decided so
     * @param goodsKept the customer kept the goods, unproven
     * @param settlement how a person ended it, null if none did
     */
    public record Progress(
            AttemptState state,
            @Nullable String tradeNumber,
            @Nullable String code,
            @Nullable String subCode,
            @Nullable Long decidedAt,
            @Nullable CancelCause cancel,
            boolean goodsKept,
            @Nullable Settlement settlement) {
        static final Progress CREATED = new Progress(AttemptState.CREATED, null, null, null, null, null, false, null);

        Progress moved(AttemptState to, long at) {
            return new Progress(to, tradeNumber, code, subCode, decidedAt(to, at), cancel, goodsKept, settlement);
        }

        Progress heard(Exchange exchange) {
            return new Progress(
                    state, tradeNumber, exchange.code(), exchange.subCode(), decidedAt, cancel, goodsKept, settlement);
        }

        Progress traded(String number) {
            return new Progress(state, number, code, subCode, decidedAt, cancel, goodsKept, settlement);
        }

        Progress cancelling(CancelCause cause) {
            return new Progress(
                    AttemptState.CANCELLING, tradeNumber, code, subCode, null, cause, goodsKept, settlement);
        }

        Progress goodsWereKept() {
            return new Progress(state, tradeNumber, code, subCode, decidedAt, cancel, true, settlement);
        }

        Progress settled(Settlement how, long at) {
            return new Progress(state, tradeNumber, code, subCode, at, cancel, goodsKept, how);
        }

        private @Nullable Long decidedAt(AttemptState to, long at) {
            if (!to.isFinal()) return null;
            return decidedAt == null ? (Long) at : decidedAt;
        }
    }

    static AttemptRow created(long id, SaleRow sale, AttemptCreated event, long at) {
        return new AttemptRow(
                id,
                sale.id(),
                event.receipt(),
                event.tender(),
                event.attempt(),
                event.order(),
                event.provider(),
                event.amount(),
                event.maskedCode(),
                at,
                Progress.CREATED);
    }

    AttemptRow with(Progress changed) {
        return new AttemptRow(
                id, sale, receipt, tender, attempt, order, provider, amount, maskedCode, createdAt, changed);
    }

    /** Nobody knows yet whether this attempt holds money. */
    public boolean isOpen() {
        return !progress.state().isFinal() && progress.settlement() == null;
    }
}
