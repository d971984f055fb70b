package tillbook.payment.practice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Payment codes that choose what happens, by their last four digits, so that a newcomer needs nothing but digits. Any
 * other code of Alipay's form is paid at once. Stateless.
 */
public final class CodeEndings {
    private static final Pattern FORM = Pattern.compile("(2[5-9]|30)[0-9]{14,22}");
    private static final int ENDING_DIGITS = 4;
    private static final String REFUSED = "40004";

    private static final Map<String, Trouble> ENDINGS = new LinkedHashMap<>();

    static {
        ENDINGS.put("0001", new Trouble.ConfirmsLate(8_000));
        ENDINGS.put("0002", refused("ACQ.BUYER_BALANCE_NOT_ENOUGH"));
        ENDINGS.put("0003", new Trouble.HangUp(true));
        ENDINGS.put("0004", refused("ACQ.PAYMENT_AUTH_CODE_INVALID"));
        ENDINGS.put("0005", new Trouble.NeverConfirms());
        ENDINGS.put("0006", refused("ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR"));
        ENDINGS.put("0007", new Trouble.Says(REFUSED, "ACQ.SYSTEM_ERROR", true, false));
        ENDINGS.put("0008", new Trouble.Says(REFUSED, "ACQ.SYSTEM_ERROR", false, false));
        ENDINGS.put("0009", new Trouble.Silence(true));
        ENDINGS.put("0010", new Trouble.Silence(false));
        ENDINGS.put("0011", new Trouble.ArrivesLate(20_000, true));
        ENDINGS.put("0012", refused("ACQ.SELLER_BEEN_BLOCKED"));
        ENDINGS.put("0013", refused("ACQ.BUYER_ENABLE_STATUS_FORBID"));
        ENDINGS.put("0014", new Trouble.WrongAmount(1));
        ENDINGS.put("0015", new Trouble.Unsigned());
        ENDINGS.put("0016", new Trouble.Forged());
        ENDINGS.put("0017", new Trouble.ConfirmsLate(55_000));
        ENDINGS.put("0018", new Trouble.HttpStatus(502, true));
        ENDINGS.put("0019", new Trouble.CaptivePortal(false));
    }

    private CodeEndings() {}

    /** Every ending and what it does, in order. */
    public static Map<String, Trouble> all() {
        return Collections.unmodifiableMap(ENDINGS);
    }

    static boolean isCode(String digits) {
        return FORM.matcher(digits).matches();
    }

    static Optional<Trouble> of(String digits) {
        return isCode(digits)
                ? Optional.ofNullable(ENDINGS.get(digits.substring(digits.length() - ENDING_DIGITS)))
                : Optional.empty();
    }

    private static Trouble refused(String subCode) {
        return new Trouble.Says(REFUSED, subCode, false, false);
    }
}
