package tillbook.catalog;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tillbook.money.Money;

/**
 * One good as the shop sells it. What it holds is always fit for a receipt: whoever makes one from text goes through
 * {@link Catalog#enter} or an import, which answer with a {@link GoodProblem} instead of throwing. Immutable.
 *
 * @param code a {@link GoodsCode.Valid} code; for a weighed good the item code on the scale's label
 * @param name 1 to {@link #NAME_CHARS_MAX} characters, no line breaks
 * @param englishName as {@code name}, or empty: then {@code name} serves both languages
 * @param unitPrice for one unit, or for one kilogram of a weighed good
 * @param unit 1 to {@link #UNIT_CHARS_MAX} characters, such as 件; a kilogram (kg, 公斤, 千克) for a weighed good
 * @param weighed sold by weight: {@code unitPrice} is per kg
 * @param taxBasisPoints tax contained in the price, in hundredths of a percent: 1300 is 13 %; 0 to
 *     {@link #TAX_BASIS_POINTS_MAX}
 * @param ownInitials initials the shop wants instead of those of the name, {@code [a-z0-9]}; empty for the name's own
 * @param active false for a good that is kept on record but no longer sold
 */
public record Good(
        String code,
        String name,
        String englishName,
        Money unitPrice,
        String unit,
        boolean weighed,
        int taxBasisPoints,
        String ownInitials,
        boolean active) {
    public static final int NAME_CHARS_MAX = 80;
    public static final int UNIT_CHARS_MAX = 8;
    public static final int TAX_BASIS_POINTS_MAX = 10_000;

    static final Pattern OWN_INITIALS = Pattern.compile("[a-z0-9]{0," + PinyinInitials.LENGTH_MAX + "}");
    private static final Set<String> KILOGRAMS = Set.of("kg", "公斤", "千克");

    public Good {
        require(isStoredCode(code), "the code is no code of goods: ask GoodsCode first");
        require(!name.isBlank() && isText(name, NAME_CHARS_MAX), "a name has 1 to 80 characters on one line");
        require(isText(englishName, NAME_CHARS_MAX), "an English name has at most 80 characters on one line");
        require(!unit.isBlank() && isText(unit, UNIT_CHARS_MAX), "a unit has 1 to 8 characters");
        require(!weighed || isKilogram(unit), "a weighed good is priced per kg");
        require(taxBasisPoints >= 0 && taxBasisPoints <= TAX_BASIS_POINTS_MAX, "a tax rate lies between 0 and 100 %");
        require(OWN_INITIALS.matcher(ownInitials).matches(), "initials are small letters and digits");
    }

    /** A good sold by the piece (件), without tax rate, on sale: what is needed at least. */
    public static Good ofPiece(String code, String name, Money unitPrice) {
        return new Good(code, name, "", unitPrice, "件", false, 0, "", true);
    }

    /** A good sold by weight, without tax rate, on sale. */
    public static Good ofWeight(String itemCode, String name, Money pricePerKg) {
        return new Good(itemCode, name, "", pricePerKg, "kg", true, 0, "", true);
    }

    /** The name to show to a reader of this language: the English one where there is one, else the Chinese. */
    public String nameIn(Locale language) {
        boolean chinese = language.getLanguage().equals("zh");
        return chinese || englishName.isEmpty() ? name : englishName;
    }

    /** The same good, on sale or no longer. */
    public Good withActive(boolean nowActive) {
        return new Good(code, name, englishName, unitPrice, unit, weighed, taxBasisPoints, ownInitials, nowActive);
    }

    static boolean isKilogram(String unit) {
        return KILOGRAMS.contains(unit.toLowerCase(Locale.ROOT));
    }

    /** Whether every character can stand on one line of a receipt. */
    static boolean isPrintable(String text) {
        return text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
    }

    private static boolean isText(String text, int charsMax) {
        return text.length() <= charsMax && isPrintable(text);
    }

    private static boolean isStoredCode(String code) {
        return GoodsCode.read(code) instanceof GoodsCode.Valid(String stored) && stored.equals(code);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) throw new IllegalArgumentException(sentence);
    }
}
