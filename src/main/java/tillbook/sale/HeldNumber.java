package tillbook.sale;

import java.util.Locale;

/**
 * 挂单号: one a basket that is held, as CODE128 on its slip. {@code H} + register (3 digits) + epoch (2 characters, as in
 * {@link ReceiptNumber}) + the basket's number (8 digits) + a check character (ISO/IEC 7064, MOD 37,36: every single
 * wrong character is found, and nearly every two that changed places). It has 15 characters, one more than any code of goods
 * and any receipt number, and a letter, which no payment code has: whatever is scanned, it is taken for nothing else.
 *
 * <p>A basket that is held again keeps its number, so its first slip stays good. Immutable.
 */
public record HeldNumber(String text) {
    private static final int LENGTH = 15;
    private static final int EPOCH_AT = 4;
    private static final int EPOCH_END = 6;
    private static final long BASKET_MAX = 99_999_999;
    private static final String CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int MODULUS = CHARACTERS.length();

    public HeldNumber {
        if (!isForm(text) || !hasRightCheck(text)) {
            throw new IllegalArgumentException("not the number of a held basket: " + text);
        }
    }

    /**
     * Makes the number of a held basket.
     *
     * @param register 1–999
     * @param epoch two digits or capital letters
     * @param basket 1–99,999,999
     */
    public static HeldNumber of(int register, String epoch, long basket) {
        if (basket < 1 || basket > BASKET_MAX) {
            throw new IllegalArgumentException("all basket numbers of this register are used up: " + basket);
        }
        String body = String.format(Locale.ROOT, "H%03d%s%08d", register, epoch, basket);
        return new HeldNumber(body + check(body));
    }

    /** The basket's number, which is short enough to be said and typed. */
    public long basket() {
        return Long.parseLong(text.substring(EPOCH_END, LENGTH - 1));
    }

    /** Whether a text in capitals has the form; whether its check character fits is another question. */
    public static boolean isForm(String text) {
        if (text.length() != LENGTH || text.charAt(0) != 'H') return false;
        for (int i = 1; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean mayBeLetter = (i >= EPOCH_AT && i < EPOCH_END) || i == LENGTH - 1;
            boolean letter = mayBeLetter && c >= 'A' && c <= 'Z';
            if (!letter && (c < '0' || c > '9')) return false;
        }
        return true;
    }

    /** Whether the check character of a text that {@linkplain #isForm has the form} fits. */
    public static boolean hasRightCheck(String text) {
        return check(text.substring(0, LENGTH - 1)) == text.charAt(LENGTH - 1);
    }

    private static char check(String body) {
        int product = MODULUS;
        for (int i = 0; i < body.length(); i++) {
            int sum = (product + CHARACTERS.indexOf(body.charAt(i))) % MODULUS;
            product = (sum == 0 ? MODULUS : sum) * 2 % (MODULUS + 1);
        }
        return CHARACTERS.charAt((MODULUS + 1 - product) % MODULUS);
    }

    @Override
    public String toString() {
        return text;
    }
}
