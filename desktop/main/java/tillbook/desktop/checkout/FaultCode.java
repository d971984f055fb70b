package tillbook.desktop.checkout;

import org.jspecify.annotations.Nullable;
import tillbook.journal.JournalEvent.MoveCause;
import tillbook.payment.DeclineReason;
import tillbook.payment.Exchange;
import tillbook.payment.UnknownReason;
import tillbook.register.Refusal;

/**
 * The catalogue's code for what a face reports. Null where the catalogue has no row for it: a slip of the hand is
 * no fault. Pure.
 */
public final class FaultCode {
    public static final String WAIT = "PAY-WAIT";
    public static final String NOT_CHECKED = "OPR-NOT-CHECKED";
    public static final String CANCELLED = "PAY-CANCELLED";
    public static final String LATE = "PAY-DELAY";
    public static final String UNFINISHED = "PAY-UNFINISHED";
    public static final String NO_PRINTER = "PRN-GONE";
    public static final String NO_VOUCHER = "OPR-NO-VOUCHER";
    public static final String CRASH = "SYS-CRASH";
    public static final String JOURNAL = "SYS-JOURNAL";
    public static final String SLOW = "SYS-SLOW";
    public static final String LARGE_AMOUNT = "SET-AMOUNT";
    public static final String ANOMALY = "PAY-RECON";

    private FaultCode() {}

    public static @Nullable String of(Refusal refusal) {
        return switch (refusal) {
            case NOTHING_TO_PAY -> "OPR-NOT-SUBMITTED";
            case ALREADY_BEING_PAID, PAID_OTHERWISE -> "PAY-TWICE";
            case OUTCOME_FIRST, PART_PAID, GOODS_ARE_GONE, TRAY_FULL -> UNFINISHED;
            case AMOUNT_IS_ZERO, AMOUNT_TOO_LOW -> "PAY-LIMIT-LOW";
            case AMOUNT_TOO_HIGH -> "PAY-LIMIT-HIGH";
            case PROVIDER_NOT_READY -> "SET-PROVIDER";
            case DISK_FULL -> "SYS-DISK";
            case JOURNAL_BROKEN -> JOURNAL;
            case READ_ONLY -> "SYS-OLD";
            case ALREADY_CANCELLING -> CANCELLED;
            case CASH_SHORT,
                    ATTEMPTS_USED_UP,
                    NO_SUCH_LINE,
                    BASKET_FULL,
                    LINE_TOO_LARGE,
                    DISCOUNT_TOO_LARGE,
                    NOTHING_TO_HOLD,
                    HELD_FULL,
                    NO_SUCH_HELD,
                    BASKET_NOT_EMPTY,
                    NOTHING_TO_STOP,
                    SAY_WHERE_THE_GOODS_ARE,
                    NO_SUCH_SALE,
                    NO_SUCH_ORDER,
                    NOT_FOR_A_PERSON,
                    NOTHING_IN_THE_WAY,
                    NO_VOUCHER_OWED,
                    PRINTING,
                    NOTHING_TO_JUDGE,
                    TOO_MANY_COPIES,
                    CLOSED,
                    PROGRAM_FAULT -> null;
        };
    }

    public static @Nullable String of(Trouble trouble) {
        return switch (trouble) {
            case Trouble.BadCheckDigit _, Trouble.NotACode _ -> "SCN-BAD";
            case Trouble.NothingDue _ -> "OPR-NOT-SUBMITTED";
            case Trouble.AlreadyPaid _ -> "PAY-TWICE";
            case Trouble.UnknownGoods _,
                    Trouble.NotOnSale _,
                    Trouble.NeedsWeight _,
                    Trouble.SoldByThePiece _,
                    Trouble.EmptyLabel _,
                    Trouble.KnownAlready _,
                    Trouble.NoGood _,
                    Trouble.NothingAsked _,
                    Trouble.CatalogueBroken _ -> null;
        };
    }

    /** Of a refusal by the provider; its finer code tells a frozen account from an empty one. */
    public static String of(DeclineReason reason, Exchange exchange) {
        return switch (reason) {
            case NEW_CODE -> "PAY-CODE-BAD";
            case PAYER -> isFrozen(exchange) ? "PAY-FROZEN" : "PAY-NOFUNDS";
            case LIMIT -> "PAY-LIMIT-HIGH";
            case MERCHANT -> "PAY-MERCHANT";
            case CONFIG -> "PAY-KEY";
        };
    }

    private static boolean isFrozen(Exchange exchange) {
        String sub = exchange.subCode();
        return sub != null && (sub.endsWith("BUYER_ENABLE_STATUS_FORBID") || sub.endsWith("PAYMENT_REQUEST_HAS_RISK"));
    }

    /** What the silence points to; the finding is the diagnosis's, which measures more than this one exchange. */
    public static String of(UnknownReason reason) {
        return switch (reason) {
            case NO_CONNECTION -> "NET-FAR";
            case NO_ADDRESS -> "NET-DNS";
            case TIMEOUT, CONNECTION_LOST, TLS, UNREADABLE -> "NET-LOST";
            case HTTP_STATUS, PROVIDER_ERROR -> "PAY-DOWN";
            case UNSIGNED, BAD_SIGNATURE -> "PAY-KEY";
            case QUERY_FIRST, UNLISTED -> UNFINISHED;
        };
    }

    public static String of(MoveCause cause) {
        return switch (cause) {
            case NEVER_SENT, FOUND_SENDING -> CRASH;
            case NO_CONNECTION -> "NET-FAR";
        };
    }
}
