package tillbook.payment;

/**
 * 付款码: the digits on the customer's phone, single use, good for about a minute. They are worth money until used, so
 * this object prints, logs and serialises as its mask; only a provider's wire asks for {@link #digits()}.
 */
public final class PaymentCode {
    private static final int DIGITS_MIN = 16;
    private static final int DIGITS_MAX = 24;

    private final String digits;

    /**
     * Takes the digits of a code.
     *
     * @throws IllegalArgumentException if these are not 16–24 digits; the text names none of them
     */
    public PaymentCode(String digits) {
        boolean plain = digits.length() >= DIGITS_MIN
                && digits.length() <= DIGITS_MAX
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!plain) throw new IllegalArgumentException("a payment code has 16 to 24 digits, not " + digits.length());
        this.digits = digits;
    }

    /** The whole code. For the wire of a provider only: never for a log, the journal or a message. */
    public String digits() {
        return digits;
    }

    /** Two leading and four trailing digits, as kept in the journal: {@code 28************1234}. */
    public String masked() {
        return digits.substring(0, 2) + "*".repeat(digits.length() - 6) + digits.substring(digits.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
