package tillbook.catalog;

/**
 * Why one line of a file, or one filled form, is no good. Texts a person wrote are cut to {@link #SHOWN_CHARS_MAX}.
 * {@link CatalogText} says each in words. Immutable.
 */
public sealed interface GoodProblem {
    /** The most characters of a person's text that a problem carries on. */
    int SHOWN_CHARS_MAX = 40;

    record MissingCode() implements GoodProblem {}

    record MissingName() implements GoodProblem {}

    record MissingPrice() implements GoodProblem {}

    /** Neither a GTIN nor a house code. */
    record CodeMalformed(String text) implements GoodProblem {}

    /** A spreadsheet has turned the code into a number such as 6.92051E+12: its last digits are gone. */
    record CodeFromSpreadsheet(String text) implements GoodProblem {}

    record BadCheckDigit(String code, char expected) implements GoodProblem {}

    /** The code stands in the same file already. */
    record CodeTwice(String code, int firstLine) implements GoodProblem {}

    record NameTooLong(int chars, int charsMax) implements GoodProblem {}

    /** A name or unit with a line break, tab or other control character, which no receipt can show. */
    record NotOneLine(GoodField field) implements GoodProblem {}

    record UnitTooLong(String text, int charsMax) implements GoodProblem {}

    /** Not digits with at most two decimals, or above the largest amount. */
    record PriceNotYuan(String text) implements GoodProblem {}

    /** The price of a weighed good is per kg, so another unit would be charged wrongly. */
    record WeighedNotPerKg(String unit) implements GoodProblem {}

    record TaxNotPercent(String text) implements GoodProblem {}

    record TaxOutOfRange(String text) implements GoodProblem {}

    /** Such as 0.13: it could be 13 % or 0.13 %. */
    record TaxUnclear(String text) implements GoodProblem {}

    record NotYesOrNo(GoodField field, String text) implements GoodProblem {}

    record InitialsMalformed(String text) implements GoodProblem {}

    record WrongNumberOfCells(int cells, int expected) implements GoodProblem {}

    record UnclosedQuote() implements GoodProblem {}

    record TextAfterQuote() implements GoodProblem {}

    record CellTooLong(int charsMax) implements GoodProblem {}

    /** A person's text, fit to be carried on. */
    static String shown(String text) {
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX - 1) + "…";
    }
}
