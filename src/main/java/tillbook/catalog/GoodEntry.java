package tillbook.catalog;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;

/** Reads the written fields of one good, alike for a line of a file and a form. Pure functions. */
final class GoodEntry {
    private static final Pattern YUAN = Pattern.compile("([0-9]{1,9})(?:\\.([0-9]{1,2}))?");
    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,4})(?:\\.([0-9]{1,2}))? ?(%?)");
    private static final Pattern SPREADSHEET_NUMBER = Pattern.compile("[0-9][.,][0-9]+[Ee]\\+?[0-9]+");
    private static final String TAX_FREE = "免税";
    private static final int BASIS_POINTS_PER_PERCENT = 100;
    private static final Set<String> YES =
            Set.of("是", "y", "yes", "true", "1", "√", "称重", "计重", "散称", "在售", "启用", "正常", "上架", "active");
    private static final Set<String> NO =
            Set.of("否", "n", "no", "false", "0", "×", "计件", "普通", "停售", "停用", "下架", "inactive");

    private GoodEntry() {}

    sealed interface Reading {
        record Read(Draft draft) implements Reading {}

        record Refused(GoodProblem problem) implements Reading {}
    }

    /** Reads the fields; one that is absent or blank is left as it was. The first problem from left to right is told. */
    static Reading read(Map<GoodField, String> fields) {
        Function<GoodField, String> text =
                field -> fields.getOrDefault(field, "").strip();
        Optional<GoodProblem> problem = Stream.<Function<Function<GoodField, String>, Optional<GoodProblem>>>of(
                        GoodEntry::codeProblem,
                        GoodEntry::namesProblem,
                        GoodEntry::priceProblem,
                        GoodEntry::unitProblem,
                        GoodEntry::taxProblem,
                        GoodEntry::restProblem)
                .flatMap(check -> check.apply(text).stream())
                .findFirst();
        return problem.<Reading>map(Reading.Refused::new).orElseGet(() -> new Reading.Read(draft(text)));
    }

    private static Draft draft(Function<GoodField, String> text) {
        String code = text.apply(GoodField.CODE);
        return new Draft(
                code.toUpperCase(Locale.ROOT),
                text.apply(GoodField.NAME),
                Money.parseYuan(text.apply(GoodField.PRICE)),
                orNull(text.apply(GoodField.ENGLISH_NAME)),
                orNull(text.apply(GoodField.UNIT)),
                yesOrNo(text.apply(GoodField.WEIGHED)),
                taxBasisPoints(text.apply(GoodField.TAX)),
                orNull(PinyinInitials.folded(text.apply(GoodField.INITIALS))),
                yesOrNo(text.apply(GoodField.ACTIVE)));
    }

    private static Optional<GoodProblem> codeProblem(Function<GoodField, String> text) {
        String code = text.apply(GoodField.CODE);
        if (code.isEmpty()) return Optional.of(new GoodProblem.MissingCode());
        if (SPREADSHEET_NUMBER.matcher(code).matches()) {
            return Optional.of(new GoodProblem.CodeFromSpreadsheet(GoodProblem.shown(code)));
        }
        return switch (GoodsCode.read(code)) {
            case GoodsCode.Valid valid -> Optional.empty();
            case GoodsCode.BadCheckDigit(String read, char expected) ->
                Optional.of(new GoodProblem.BadCheckDigit(read, expected));
            case GoodsCode.Malformed malformed -> Optional.of(new GoodProblem.CodeMalformed(GoodProblem.shown(code)));
        };
    }

    private static Optional<GoodProblem> namesProblem(Function<GoodField, String> text) {
        if (text.apply(GoodField.NAME).isEmpty()) return Optional.of(new GoodProblem.MissingName());
        return nameProblem(text, GoodField.NAME).or(() -> nameProblem(text, GoodField.ENGLISH_NAME));
    }

    private static Optional<GoodProblem> nameProblem(Function<GoodField, String> text, GoodField field) {
        String name = text.apply(field);
        if (name.length() > Good.NAME_CHARS_MAX) {
            return Optional.of(new GoodProblem.NameTooLong(name.length(), Good.NAME_CHARS_MAX));
        }
        return Good.isPrintable(name) ? Optional.empty() : Optional.of(new GoodProblem.NotOneLine(field));
    }

    private static Optional<GoodProblem> priceProblem(Function<GoodField, String> text) {
        String price = text.apply(GoodField.PRICE);
        if (price.isEmpty()) return Optional.of(new GoodProblem.MissingPrice());
        Matcher yuan = YUAN.matcher(price);
        boolean withinLimit = yuan.matches() && Long.parseLong(yuan.group(1)) < Money.FEN_MAX / 100;
        return withinLimit ? Optional.empty() : Optional.of(new GoodProblem.PriceNotYuan(GoodProblem.shown(price)));
    }

    private static Optional<GoodProblem> unitProblem(Function<GoodField, String> text) {
        String unit = text.apply(GoodField.UNIT);
        if (unit.length() > Good.UNIT_CHARS_MAX) {
            return Optional.of(new GoodProblem.UnitTooLong(GoodProblem.shown(unit), Good.UNIT_CHARS_MAX));
        }
        if (!Good.isPrintable(unit)) return Optional.of(new GoodProblem.NotOneLine(GoodField.UNIT));
        boolean byWeight = Boolean.TRUE.equals(yesOrNo(text.apply(GoodField.WEIGHED)));
        boolean otherUnit = !unit.isEmpty() && !Good.isKilogram(unit);
        return byWeight && otherUnit ? Optional.of(new GoodProblem.WeighedNotPerKg(unit)) : Optional.empty();
    }

    private static Optional<GoodProblem> taxProblem(Function<GoodField, String> text) {
        String tax = text.apply(GoodField.TAX);
        String shown = GoodProblem.shown(tax);
        if (tax.isEmpty() || tax.equals(TAX_FREE)) return Optional.empty();
        Matcher percent = PERCENT.matcher(PinyinInitials.folded(tax));
        if (!percent.matches()) return Optional.of(new GoodProblem.TaxNotPercent(shown));
        int basisPoints = basisPoints(percent);
        if (basisPoints > Good.TAX_BASIS_POINTS_MAX) return Optional.of(new GoodProblem.TaxOutOfRange(shown));
        boolean unclear = percent.group(3).isEmpty() && basisPoints > 0 && basisPoints < BASIS_POINTS_PER_PERCENT;
        return unclear ? Optional.of(new GoodProblem.TaxUnclear(shown)) : Optional.empty();
    }

    private static Optional<GoodProblem> restProblem(Function<GoodField, String> text) {
        for (GoodField field : new GoodField[] {GoodField.WEIGHED, GoodField.ACTIVE}) {
            String answer = text.apply(field);
            if (!answer.isEmpty() && yesOrNo(answer) == null) {
                return Optional.of(new GoodProblem.NotYesOrNo(field, GoodProblem.shown(answer)));
            }
        }
        String initials = text.apply(GoodField.INITIALS);
        boolean fit = Good.OWN_INITIALS.matcher(PinyinInitials.folded(initials)).matches();
        return fit ? Optional.empty() : Optional.of(new GoodProblem.InitialsMalformed(GoodProblem.shown(initials)));
    }

    private static @Nullable Integer taxBasisPoints(String tax) {
        if (tax.isEmpty()) return null;
        Matcher percent = PERCENT.matcher(PinyinInitials.folded(tax));
        return percent.matches() ? basisPoints(percent) : 0;
    }

    private static int basisPoints(Matcher percent) {
        String decimals = percent.group(2) == null ? "" : percent.group(2);
        return Integer.parseInt(percent.group(1)) * BASIS_POINTS_PER_PERCENT
                + Integer.parseInt((decimals + "00").substring(0, 2));
    }

    private static @Nullable Boolean yesOrNo(String text) {
        String folded = PinyinInitials.folded(text);
        if (YES.contains(folded)) return true;
        return NO.contains(folded) ? false : null;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
