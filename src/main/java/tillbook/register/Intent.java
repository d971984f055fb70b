package tillbook.register;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.FindingVerdict;
import tillbook.journal.JournalEvent.Mended;
import tillbook.journal.JournalEvent.Settlement;
import tillbook.journal.JournalEvent.VoucherEnd;
import tillbook.money.Money;
import tillbook.payment.PaymentCode;
import tillbook.payment.Provider;
import tillbook.sale.Discount;
import tillbook.sale.HeldNumber;
import tillbook.sale.OrderNumber;
import tillbook.sale.Quantity;
import tillbook.sale.ReceiptNumber;

/** What a person wants of the register. */
public sealed interface Intent {
    /**
     * Goods on the counter.
     *
     * @param countsUp the same code at the same price adds to the line that is there; false for weighed goods
     */
    record AddGoods(
            String code,
            String name,
            String unit,
            Quantity quantity,
            Money unitPrice,
            int taxRatePermyriad,
            boolean countsUp)
            implements Intent {}

    /** Another quantity for a line; {@link #NEWEST_LINE} means the newest. */
    record ChangeQuantity(int line, Quantity quantity) implements Intent {}

    /**
     * Another price for one unit of a line; {@link #NEWEST_LINE} means the newest.
     *
     * @param reason as {@link Discount#isReason} allows, null if none is given
     */
    record ChangePrice(int line, Money unitPrice, @Nullable String reason) implements Intent {
        public ChangePrice {
            if (reason != null && !Discount.isReason(reason)) {
                throw new IllegalArgumentException("a reason has 1 to 40 characters on one line");
            }
        }
    }

    /**
     * Takes the place of a line's former discount; {@link Discount#NOTHING} ends it. {@link #NEWEST_LINE} means the
     * newest line.
     */
    record DiscountLine(int line, Discount discount) implements Intent {}

    /** Takes the place of the basket's former discount; {@link Discount#NOTHING} ends it. */
    record DiscountBasket(Discount discount) implements Intent {}

    /** A line off the basket; {@link #NEWEST_LINE} means the newest. */
    record VoidLine(int line) implements Intent {}

    /** The customer leaves before paying. */
    record DropBasket() implements Intent {}

    /**
     * 挂单: what is on the counter steps aside for the next customer; no money may be under way for it.
     *
     * @param note at most {@link HeldBasket#NOTE_CHARS_MAX} characters on one line, perhaps empty
     */
    record HoldBasket(String note) implements Intent {
        public HoldBasket {
            if (!note.isEmpty() && !Discount.isReason(note)) {
                throw new IllegalArgumentException("a note has at most 40 characters on one line");
            }
        }
    }

    /** 取单: a held basket back onto the empty counter. */
    record RecallHeld(HeldNumber number) implements Intent {}

    record PayByCode(PaymentCode code, Provider provider) implements Intent {}

    record PayCash(Money given) implements Intent {}

    /**
     * Stop waiting for a payment, or answer for one that needs a person. If the goods stay in the shop, the order is
     * cancelled; if the customer keeps them, it is not, and proven money stands.
     *
     * @param order null for the one at the counter
     * @param keepsGoods whether the customer keeps the goods; null if nobody said, which is then asked
     */
    record Stop(@Nullable OrderNumber order, @Nullable Boolean keepsGoods) implements Intent {}

    /** 续单: an unpaid sale, which has a receipt number already, back on the counter, to be changed or paid. */
    record Recall(ReceiptNumber receipt) implements Intent {}

    /** An unpaid sale ends without money. */
    record Abandon(ReceiptNumber receipt) implements Intent {}

    /**
     * A cancel that the provider has not taken shall not hold up the customer: another way to pay is let through. Money
     * that the cancelled order still brings to light goes back by itself.
     *
     * @param order null for the one at the counter
     */
    record AllowAnother(@Nullable OrderNumber order) implements Intent {}

    record SettleAttempt(OrderNumber order, Settlement settlement, String note) implements Intent {}

    record SettleVoucher(ReceiptNumber receipt, VoucherEnd end) implements Intent {}

    /**
     * Paper for a paid sale: its original if not one byte of it was ever sent, otherwise one more marked copy.
     *
     * @param copies the highest number that a copy of it bears in the searchable journal, 0 if it has none
     */
    record Print(ReceiptNumber receipt, int copies) implements Intent {}

    /**
     * Every voucher owed of which not one byte was sent is printed now, the oldest first, at most {@link #SHEETS_MAX}. A
     * sheet of which nobody knows, or that is at the printer, is left alone: no copy comes of this.
     */
    record PrintOwed() implements Intent {
        /** Of one wish; who owes more says so again. */
        public static final int SHEETS_MAX = 20;
    }

    /**
     * A person looked whether a sheet came out that nobody knows of.
     *
     * @param complete whole, with its END mark; otherwise a marked copy is printed
     */
    record JudgePrint(ReceiptNumber receipt, int copy, boolean complete) implements Intent {}

    /**
     * Ask the provider now about everything that is open, and not only when it would be asked by itself. Money is never
     * asked for anew by this.
     */
    record AskAgain() implements Intent {}

    /**
     * What a diagnosis came to is kept in the journal.
     *
     * @param symptom its word, {@code no-receipt}
     * @param causes codes of the fault catalogue, most likely first, at most {@link #CAUSES_MAX}
     * @param mends what was done about it, in order, at most {@link #MENDS_MAX}
     * @param tookMs all checks together, at least 0
     */
    record KeepFinding(String symptom, FindingVerdict verdict, List<String> causes, List<Mended> mends, long tookMs)
            implements Intent {
        /** Nobody follows more. */
        public static final int CAUSES_MAX = 10;

        public static final int MENDS_MAX = 10;

        private static final Pattern SYMPTOM = Pattern.compile("[a-z]+(-[a-z]+){0,5}");
        private static final Pattern CODE = Pattern.compile("[A-Z]{3}(-[A-Z]+){1,4}");
        private static final Pattern ACTION = Pattern.compile("[A-Z]+(_[A-Z]+){0,5}");

        public KeepFinding {
            causes = List.copyOf(causes);
            mends = List.copyOf(mends);
            // Words of fixed lists alone: nothing that a customer or a provider said can come to the journal by this.
            boolean words = SYMPTOM.matcher(symptom).matches()
                    && causes.stream().allMatch(code -> CODE.matcher(code).matches())
                    && mends.stream()
                            .allMatch(mend -> ACTION.matcher(mend.action()).matches());
            if (!words || causes.size() > CAUSES_MAX || mends.size() > MENDS_MAX || tookMs < 0) {
                throw new IllegalArgumentException("a finding holds at most 10 codes and 10 names of actions");
            }
        }
    }

    record SignOn(String cashier) implements Intent {}

    /** Closing in good order. */
    record CloseRegister() implements Intent {}

    /** Stands for the newest line of the basket. */
    int NEWEST_LINE = 0;
}
