package tillbook.desktop.checkout;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tillbook.sale.Discount;

/** What a person typed as a reason, a note or a name, made fit for the journal: no payment code stands in it whole. Pure. */
public final class SafeNote {
    /** More of a note than this is not kept, characters. */
    public static final int NOTE_CHARS_MAX = 200;

    /** A cashier's name or number is no longer, characters. */
    public static final int CASHIER_CHARS_MAX = 16;

    /** As long as a payment code: such digits do not go into the journal as a note or a name. */
    private static final Pattern LIKE_A_PAYMENT_CODE = Pattern.compile("(?<!\\d)\\d{16,24}(?!\\d)");

    private static final Pattern NOT_OF_A_LINE = Pattern.compile("\\p{Cntrl}");

    private SafeNote() {}

    /** Whether a cashier may sign on as this: one word or number without blanks, at most {@link #CASHIER_CHARS_MAX} long. */
    public static boolean isCashier(String name) {
        return !name.isEmpty()
                && name.length() <= CASHIER_CHARS_MAX
                && name.chars().noneMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))
                && !mayHoldAPaymentCode(name);
    }

    /** Whether it holds digits that may be a payment code. */
    public static boolean mayHoldAPaymentCode(String text) {
        return LIKE_A_PAYMENT_CODE.matcher(text).find();
    }

    /** A note, at most {@link #NOTE_CHARS_MAX} characters; what may be a payment code is masked. */
    public static String note(String text) {
        Function<MatchResult, String> masked = found -> {
            String digits = found.group();
            return digits.substring(0, 2) + "…" + digits.substring(digits.length() - 4);
        };
        return cut(LIKE_A_PAYMENT_CODE.matcher(text.strip()).replaceAll(masked), NOTE_CHARS_MAX);
    }

    /** A note of one line on a slip or beside a discount, at most {@link Discount#REASON_CHARS_MAX} characters. */
    public static String reason(String text) {
        String line = NOT_OF_A_LINE.matcher(note(text)).replaceAll(" ").strip();
        return cut(line, Discount.REASON_CHARS_MAX).strip();
    }

    private static String cut(String text, int max) {
        return text.length() > max ? text.substring(0, max) : text;
    }
}
