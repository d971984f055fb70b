package tillbook.scan;

import java.util.Optional;
import java.util.regex.Pattern;
import tillbook.catalog.Gtin;
import tillbook.money.Money;

/**
 * How the shop's scale writes a label, as it stands in the settings: leading digits are the prefix, {@code I} the item
 * code, {@code W} the weight in grams, {@code P} the price in fen, {@code X} what does not matter, and a last {@code C}
 * the check digit (GS1, for 18 digits as well): {@code 21IIIIIWWWWWC}, {@code 26IIIIIWWWWWPPPPPC}. Immutable.
 *
 * @param form the pattern, in capitals
 */
public record ScaleRule(String form) {
    static final int LENGTH_MIN = 13;
    static final int LENGTH_MAX = 18;
    private static final Pattern FORM =
            Pattern.compile("[0-9]{2,4}X*(?:I{4,7}X*(?:W{4,6}X*(?:P{4,8}X*)?|P{4,8}X*(?:W{4,6}X*)?))C");

    /** What the practice shop's scale prints: item code and grams. */
    public static final ScaleRule PRACTICE = new ScaleRule("21IIIIIWWWWWC");

    /**
     * Takes a rule that is known to be right.
     *
     * @throws IllegalArgumentException if {@link #isForm} denies it
     */
    public ScaleRule {
        if (!isForm(form)) throw new IllegalArgumentException("a scale rule looks like 21IIIIIWWWWWC, not " + form);
    }

    /** Whether a text from the settings is a rule: 13 to 18 characters, two to four digits first, I, then W or P or both, C last. */
    public static boolean isForm(String text) {
        return text.length() >= LENGTH_MIN
                && text.length() <= LENGTH_MAX
                && FORM.matcher(text).matches();
    }

    /** The digits a label of this rule begins with. */
    public String prefix() {
        return form.replaceAll("[^0-9].*", "");
    }

    /** Whether the digits are as long as a label and begin like one; the check digit is another question. */
    boolean claims(String digits) {
        return digits.length() == form.length() && digits.startsWith(prefix());
    }

    /** Reads a label, if this rule claims it and its check digit is right. */
    Optional<ScanMeaning> read(String digits) {
        if (!claims(digits) || !Gtin.hasRightCheckDigit(digits)) return Optional.empty();
        return Optional.of(new ScanMeaning.Weighed(part(digits, 'I'), measure(digits)));
    }

    private Measure measure(String digits) {
        String grams = part(digits, 'W');
        String fen = part(digits, 'P');
        if (fen.isEmpty()) return new Measure.Weight(Integer.parseInt(grams));
        Money price = Money.ofFen(Long.parseLong(fen));
        return grams.isEmpty() ? new Measure.Price(price) : new Measure.WeightAndPrice(Integer.parseInt(grams), price);
    }

    private String part(String digits, char letter) {
        int from = form.indexOf(letter);
        return from < 0 ? "" : digits.substring(from, form.lastIndexOf(letter) + 1);
    }
}
