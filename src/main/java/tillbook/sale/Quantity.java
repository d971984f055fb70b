package tillbook.sale;

/**
 * How much of a thing, counted in thousandths (1 piece = 1000, 0.864 kg = 864), so that weighed goods and pieces are one
 * kind of line. Immutable.
 *
 * @param thousandths 1 to {@link #THOUSANDTHS_MAX}
 */
public record Quantity(long thousandths) {
    /** 99,999 pieces or kilograms: beyond it somebody scanned a barcode into the quantity. */
    public static final long THOUSANDTHS_MAX = 99_999_000;

    public static final Quantity ONE = new Quantity(1000);

    private static final int DECIMALS = 3;
    private static final int WHOLE_DIGITS_MAX = 5;

    public Quantity {
        if (thousandths < 1 || thousandths > THOUSANDTHS_MAX) {
            throw new IllegalArgumentException("a quantity lies between 0.001 and 99999");
        }
    }

    public static Quantity ofPieces(long pieces) {
        return new Quantity(Math.multiplyExact(pieces, 1000));
    }

    /**
     * Reads {@code 3} or {@code 0.864}.
     *
     * @throws IllegalArgumentException if the text is no number with at most three decimals in the range
     */
    public static Quantity parse(String text) {
        int dot = text.indexOf('.');
        String whole = dot < 0 ? text : text.substring(0, dot);
        String decimals = dot < 0 ? "" : text.substring(dot + 1);
        boolean plain = isDigits(whole)
                && whole.length() <= WHOLE_DIGITS_MAX
                && (dot < 0 || (isDigits(decimals) && decimals.length() <= DECIMALS));
        if (!plain) throw new IllegalArgumentException("not a quantity with at most three decimals: " + text);
        return new Quantity(Long.parseLong(whole) * 1000 + Long.parseLong((decimals + "000").substring(0, DECIMALS)));
    }

    public Quantity plus(Quantity other) {
        return new Quantity(Math.addExact(thousandths, other.thousandths));
    }

    /** As people write it: {@code 2}, {@code 0.864}, {@code 1.5}. */
    public String text() {
        long fraction = thousandths % 1000;
        if (fraction == 0) return Long.toString(thousandths / 1000);
        String decimals = Long.toString(1000 + fraction).substring(1);
        while (decimals.endsWith("0")) decimals = decimals.substring(0, decimals.length() - 1);
        return thousandths / 1000 + "." + decimals;
    }

    @Override
    public String toString() {
        return text();
    }

    private static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
