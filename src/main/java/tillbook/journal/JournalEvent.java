package tillbook.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.payment.AnswerKind;
import tillbook.payment.AttemptState;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.Provider;
import tillbook.payment.ProviderCall;
import tillbook.payment.UnknownReason;
import tillbook.printing.ConfirmationTier;
import tillbook.printing.PrintEvidence;
import tillbook.printing.PrintJobState;
import tillbook.printing.PrinterFault;
import tillbook.sale.Discount;
import tillbook.sale.HeldNumber;
import tillbook.sale.Line;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;
import tillbook.sale.Sale;

/**
 * One fact. Facts are appended, never changed; what a register is, is the fold of them. All kinds stand in this file. A
 * kind is never reshaped: what is new becomes a new kind, or a new version that {@link EventCodec} reads beside the old.
 */
public sealed interface JournalEvent {
    // The register itself.

    /**
     * A process opened the register.
     *
     * @param epoch part of every number it gives; new for an installation, a restore or a copied folder
     * @param place which machine and folder the data lay in: a change of it takes a new epoch
     * @param practice no real money moves
     * @param afterUncleanEnd the process before it did not say goodbye: a crash, a power cut, a kill
     */
    record RegisterStarted(String epoch, String place, String version, boolean practice, boolean afterUncleanEnd)
            implements JournalEvent {}

    /** The process ended in good order. */
    record RegisterStopped(int attemptsOpen, int vouchersOwed) implements JournalEvent {}

    record ShiftOpened(int shift, String cashier) implements JournalEvent {}

    record CashierSignedOn(String cashier) implements JournalEvent {}

    // The basket.

    /** The first line of a basket number begins that basket. */
    record LineAdded(long basket, Line line) implements JournalEvent {}

    record LineQuantityChanged(long basket, int line, Quantity quantity) implements JournalEvent {}

    /**
     * Another price for one unit, by the word of a person.
     *
     * @param reason null if none was given
     */
    record LinePriceChanged(
            long basket, int line, Money price, @Nullable String reason, String by) implements JournalEvent {}

    /** Takes the place of the line's former discount; {@linkplain Discount#isNothing() nothing} ends it. */
    record LineDiscounted(long basket, int line, Discount discount, String by) implements JournalEvent {}

    /** Takes the place of the basket's former discount; {@linkplain Discount#isNothing() nothing} ends it. */
    record BasketDiscounted(long basket, Discount discount, String by) implements JournalEvent {}

    record LineVoided(long basket, int line, String by) implements JournalEvent {}

    /** The customer left before paying was begun. */
    record BasketDropped(long basket, String by) implements JournalEvent {}

    /**
     * 挂单: the basket steps aside for the next customer, as it is.
     *
     * @param note to tell it from others, perhaps empty
     */
    record BasketHeld(long basket, HeldNumber number, String note, String by) implements JournalEvent {}

    /** 取单: a held basket is on the counter again. */
    record BasketRecalled(long basket, HeldNumber number, String by) implements JournalEvent {}

    // The sale.

    /** A basket became a sale with a fixed amount. Comes again under the same number after {@link SaleReleased}. */
    record SaleFrozen(Sale sale) implements JournalEvent {}

    /** Nothing was paid and no attempt lives: the basket may change again. */
    record SaleReleased(ReceiptNumber receipt) implements JournalEvent {}

    /** The sale ended without money. */
    record SaleAbandoned(ReceiptNumber receipt, String by) implements JournalEvent {}

    // An attempt to take money through a provider.

    /**
     * An attempt exists; nothing was sent.
     *
     * @param tender which of the sale's tenders, from 1
     * @param attempt which of the sale's attempts, from 1
     * @param maskedCode two leading and four trailing digits of the payment code
     * @param merchant the account it is taken for, as the provider names it: only that account's word proves anything
     *     about the order. Null in records of versions that did not say
     */
    record AttemptCreated(
            ReceiptNumber receipt,
            int tender,
            int attempt,
            OrderNumber order,
            Provider provider,
            Money amount,
            String maskedCode,
            @Nullable String merchant)
            implements JournalEvent {}

    /** Written before the socket opens, so that no crash can hide a charge. */
    record AttemptSending(OrderNumber order) implements JournalEvent {}

    /**
     * One exchange and where it left the attempt. A success that pays is {@link ScanPaid} instead.
     *
     * @param unknown why nothing was proven, null if something was
     * @param decline why it was refused, null if it was not
     */
    record AttemptAnswered(
            OrderNumber order,
            ProviderCall call,
            AnswerKind answer,
            AttemptState state,
            @Nullable UnknownReason unknown,
            @Nullable DeclineReason decline,
            Exchange exchange)
            implements JournalEvent {}

    /** The attempt moved without an answer: what was found at a start, or what time did. */
    record AttemptMoved(OrderNumber order, AttemptState state, MoveCause cause) implements JournalEvent {}

    /** Irrevocable: this order shall not stand. Written before the cancel leaves. */
    record CancelDecided(OrderNumber order, CancelCause cause, String by) implements JournalEvent {}

    /** The customer keeps the goods although nothing is proven: no machine may cancel this order any more. */
    record GoodsKept(OrderNumber order, String by) implements JournalEvent {}

    /**
     * A cancel that the provider never took shall not hold up the customer: another tender may be taken beside it. The
     * cancel goes on, so money that it still brings to light returns by itself.
     */
    record AnotherTenderAllowed(OrderNumber order, String by) implements JournalEvent {}

    /** A person ended what no machine could. */
    record AttemptSettled(OrderNumber order, Settlement settlement, String by, String note) implements JournalEvent {}

    // The money. Each tender commits alone; the one that covers the amount carries the completion.

    /** A tender is paid; with a completion the whole sale is, and its voucher is owed from this very record on. */
    sealed interface TenderPaid extends JournalEvent {
        ReceiptNumber receipt();

        int tender();

        Money amount();

        /** Not null on the tender that covers the sale. */
        @Nullable
        Completion completion();
    }

    /**
     * The provider's signed word that an attempt is paid.
     *
     * @param paidAt the provider's time, null if it did not say
     * @param payer masked, null if the provider did not say
     * @param payerPaid after the provider's coupons, null if it did not say
     */
    record ScanPaid(
            ReceiptNumber receipt,
            int tender,
            OrderNumber order,
            Provider provider,
            Money amount,
            String tradeNumber,
            @Nullable Instant paidAt,
            @Nullable String payer,
            @Nullable Money payerPaid,
            ProviderCall call,
            Exchange exchange,
            @Nullable Completion completion)
            implements TenderPaid {}

    record CashTaken(
            ReceiptNumber receipt,
            int tender,
            Money amount,
            Money given,
            Money change,
            @Nullable Completion completion) implements TenderPaid {}

    /** The sale is whole and its receipt is a job: "paid without a voucher" has no way to be written. */
    record Completion(PrintJobState job, @Nullable HeldCause held) {}

    /** A voucher owed was ended by a person. */
    record VoucherSettled(ReceiptNumber receipt, VoucherEnd end, String by) implements JournalEvent {}

    // The paper.

    /** Of one sheet: the original of a receipt, which is copy 0 and the only one without a mark, or a copy. */
    sealed interface OfSheet extends JournalEvent {
        ReceiptNumber receipt();

        int copy();
    }

    /** A sheet that waits, or was held, is to be printed now, by the word of a person. Not one byte of it was sent. */
    record PrintReleased(ReceiptNumber receipt, int copy, String by) implements OfSheet {}

    /**
     * 重打印: one more sheet of this receipt, marked as a copy.
     *
     * @param copy from 1, each number once a receipt
     */
    record CopyOrdered(ReceiptNumber receipt, int copy, String by) implements OfSheet {}

    /**
     * Written before the first byte leaves, so that no crash can hide a sheet: from here on the original is spent.
     *
     * @param printer its place
     * @param sha256 of the bytes, as hex
     * @param tier how much the printer can say
     */
    record PrintSending(
            ReceiptNumber receipt, int copy, String printer, String sha256, int bytes, ConfirmationTier tier)
            implements OfSheet {}

    /**
     * What a printer, its silence or a new start made of a sheet.
     *
     * @param state QUEUED if not one byte was sent
     * @param fault what is in the way or came between, null if nothing
     * @param evidence null if it was found at a start
     */
    record PrintMoved(
            ReceiptNumber receipt,
            int copy,
            PrintJobState state,
            @Nullable PrinterFault fault,
            @Nullable PrintEvidence evidence)
            implements OfSheet {}

    /**
     * A person looked at a sheet of which nobody knew.
     *
     * @param complete whether it came out whole, with its END mark
     */
    record PrintJudged(ReceiptNumber receipt, int copy, boolean complete, String by) implements OfSheet {}

    // What was found out.

    /**
     * A diagnosis at the screen came to its end, with what was done about it. It moves neither money nor vouchers.
     *
     * @param symptom what the person saw, as its word: {@code no-receipt}
     * @param causes codes of the fault catalogue, most likely first; empty if none was named
     * @param mends what was done from the screen, in order
     * @param tookMs all checks together
     */
    record FindingKept(
            String symptom, FindingVerdict verdict, List<String> causes, List<Mended> mends, long tookMs, String by)
            implements JournalEvent {
        public FindingKept {
            causes = List.copyOf(causes);
            mends = List.copyOf(mends);
        }
    }

    /** One thing that was done about a finding, by its name in the table of causes. */
    record Mended(String action, MendEnd end) {}

    /** The worst that the checks of a diagnosis came to. */
    enum FindingVerdict {
        FINE,
        MENDED,
        CANNOT_TELL,
        NEEDS_PERSON
    }

    /** What came of something that was done about a finding. */
    enum MendEnd {
        DONE,
        STILL_WRONG,
        NOT_HERE
    }

    /** Why an attempt moved without an answer. */
    enum MoveCause {
        /** Found CREATED at a start: its payment code died with the process, and nothing was sent. */
        NEVER_SENT,
        /** Found SENDING at a start: whether it arrived, nobody knows. */
        FOUND_SENDING,
        /** No connection came about in any try, so not one byte was sent. */
        NO_CONNECTION
    }

    /** Why an order shall not stand. */
    enum CancelCause {
        /** Past the deadline the provider still said "not paid". */
        DEADLINE,
        /** The cashier pressed Stop, and the goods stay in the shop. */
        STOPPED,
        /** Money arrived for an order that had been cancelled. */
        LATE_MONEY,
        /** An order that had been called off turned up at the provider after all, not paid yet. */
        LATE_ORDER
    }

    /** How a person ended an attempt. */
    enum Settlement {
        /** The provider's console says that the customer has no charge left. */
        MONEY_NOT_TAKEN,
        /** The customer got the money back outside this register. */
        MONEY_RETURNED
    }

    /** Why a receipt does not print by itself. */
    enum HeldCause {
        /** The success came too long after the customer was asked. */
        LATE,
        /** The next customer was already being served. */
        NEXT_CUSTOMER,
        /** The clock went backwards in between. */
        CLOCK
    }

    /** How a person ended a voucher owed. */
    enum VoucherEnd {
        /** Given in another way: written by hand, sent, shown. */
        GIVEN,
        /** The customer did not want it. */
        WAIVED
    }
}
