package tillbook.journal.search;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The sentences of this package in one language. Immutable and safe from any thread.
 */
public final class SearchWording {
    private final Locale locale;
    private final ResourceBundle texts;

    private SearchWording(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "tillbook.journal.search.Messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** English, or 简体中文 for Chinese. */
    public static SearchWording of(Locale locale) {
        return new SearchWording(locale);
    }

    public String sentence(SearchProblem problem) {
        return switch (problem) {
            case SearchProblem.InUse _ -> text("problem.in-use");
            case SearchProblem.DiskFull _ -> text("problem.disk-full");
            case SearchProblem.Damaged _ -> text("problem.damaged");
            case SearchProblem.DatabaseFailed(int code) -> text("problem.database", Integer.toString(code));
            case SearchProblem.FileFailed(String what) -> text("problem.file", what);
            case SearchProblem.TapeUnreadable _ -> text("problem.tape");
            case SearchProblem.TapeGap(long expected, long found) ->
                text("problem.gap", Long.toString(expected), Long.toString(found));
            case SearchProblem.ChainDiffers(long sequence) -> text("problem.chain", Long.toString(sequence));
            case SearchProblem.AheadOfTape(long applied) -> text("problem.ahead", Long.toString(applied));
        };
    }

    public String sentence(Rebuilt.Why why) {
        return text("rebuilt." + word(why));
    }

    public String name(SaleState state) {
        return text("state." + word(state));
    }

    public String name(VoucherState state) {
        return text("voucher." + word(state));
    }

    public String name(Means means) {
        return text("means." + word(means));
    }

    /** The heading of an exported column. */
    String column(String name) {
        return text("column." + name);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }
}
