package tillbook.catalog;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Says the answers of this package in words, with the place and the remedy. Immutable, safe from any thread. */
public final class CatalogText {
    private final Locale language;
    private final ResourceBundle sentences;

    /** Speaks 简体中文 for any kind of Chinese, English for all else. */
    public CatalogText(Locale reader) {
        language = reader.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        sentences = ResourceBundle.getBundle(
                "tillbook.catalog.Messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** How the goods were found at the start. */
    public String say(CatalogOpening opening) {
        return switch (opening) {
            case CatalogOpening.Opened opened ->
                sentence("opening.opened", opened.catalog().count());
            case CatalogOpening.BegunEmpty begun -> sentence("opening.begunEmpty");
            case CatalogOpening.DamagedSetAside set -> sentence("opening.damagedSetAside", set.damagedFile());
            case CatalogOpening.InUse used -> sentence("opening.inUse", used.file());
            case CatalogOpening.FolderUnusable unusable -> sentence("opening.folderUnusable", unusable.folder());
        };
    }

    /** What came of an import, in one sentence; the refused lines have one each. */
    public String say(ImportAnswer answer) {
        return switch (answer) {
            case ImportAnswer.Imported(int added, int changed, int unchanged, List<String> ignored) ->
                sentence("import.imported", added, changed, unchanged)
                        + (ignored.isEmpty() ? "" : sentence("import.ignored", joined(ignored)));
            case ImportAnswer.Refused(List<ImportAnswer.RefusedLine> lines, int total) ->
                sentence("import.refused", total, lines.size());
            case ImportAnswer.NotAGoodsFile(NotGoods why) -> say(why);
            case ImportAnswer.NotSaved notSaved -> sentence("import.notSaved");
        };
    }

    /** A refused line with its number and reason. */
    public String say(ImportAnswer.RefusedLine line) {
        return sentence("import.line", Integer.toString(line.line()), say(line.problem()));
    }

    /** What came of putting one good by hand. */
    public String say(EntryAnswer answer) {
        return switch (answer) {
            case EntryAnswer.Added(Good good) -> sentence("entry.added", good.nameIn(language));
            case EntryAnswer.Changed(Good good) -> sentence("entry.changed", good.nameIn(language));
            case EntryAnswer.Unchanged(Good good) -> sentence("entry.unchanged", good.nameIn(language));
            case EntryAnswer.Refused(GoodProblem problem) -> say(problem);
        };
    }

    /** What came of adding an unknown good at the counter. */
    public String say(AddAnswer answer) {
        return switch (answer) {
            case AddAnswer.Added(Good good) -> sentence("entry.added", good.nameIn(language));
            case AddAnswer.Known(Good good) ->
                sentence(
                        "add.known",
                        good.code(),
                        good.nameIn(language),
                        good.unitPrice().yuan());
            case AddAnswer.Refused(GoodProblem problem) -> say(problem);
        };
    }

    /** Why a file is no file of goods. */
    public String say(NotGoods why) {
        return switch (why) {
            case NotGoods.Unreadable w -> sentence("file.unreadable");
            case NotGoods.Empty w -> sentence("file.empty");
            case NotGoods.Workbook w -> sentence("file.workbook");
            case NotGoods.UnknownEncoding w -> sentence("file.unknownEncoding");
            case NotGoods.ColumnsMissing(List<GoodField> fields) ->
                sentence(
                        "file.columnsMissing",
                        joined(fields.stream().map(f -> f.header(language)).toList()));
            case NotGoods.ColumnTwice(String header) -> sentence("file.columnTwice", header);
            case NotGoods.TooManyLines(int max) -> sentence("file.tooManyLines", max);
        };
    }

    /** Why a line or a form is no good. */
    public String say(GoodProblem problem) {
        return switch (problem) {
            case GoodProblem.MissingCode p -> sentence("good.missingCode");
            case GoodProblem.MissingName p -> sentence("good.missingName");
            case GoodProblem.MissingPrice p -> sentence("good.missingPrice");
            case GoodProblem.CodeMalformed(String text) -> sentence("good.codeMalformed", text);
            case GoodProblem.CodeFromSpreadsheet(String text) -> sentence("good.codeFromSpreadsheet", text);
            case GoodProblem.BadCheckDigit(String code, char fit) ->
                sentence("good.badCheckDigit", code, String.valueOf(fit));
            case GoodProblem.CodeTwice(String code, int first) ->
                sentence("good.codeTwice", code, Integer.toString(first));
            case GoodProblem.NameTooLong(int chars, int max) -> sentence("good.nameTooLong", chars, max);
            case GoodProblem.NotOneLine(GoodField field) -> sentence("good.notOneLine", field.header(language));
            case GoodProblem.UnitTooLong(String text, int max) -> sentence("good.unitTooLong", text, max);
            case GoodProblem.PriceNotYuan(String text) -> sentence("good.priceNotYuan", text);
            case GoodProblem.WeighedNotPerKg(String unit) -> sentence("good.weighedNotPerKg", unit);
            case GoodProblem.TaxNotPercent(String text) -> sentence("good.taxNotPercent", text);
            case GoodProblem.TaxOutOfRange(String text) -> sentence("good.taxOutOfRange", text);
            case GoodProblem.TaxUnclear(String text) -> sentence("good.taxUnclear", text);
            case GoodProblem.NotYesOrNo(GoodField field, String text) ->
                sentence("good.notYesOrNo", field.header(language), text);
            case GoodProblem.InitialsMalformed(String text) ->
                sentence("good.initialsMalformed", text, PinyinInitials.LENGTH_MAX);
            case GoodProblem.WrongNumberOfCells(int cells, int expected) ->
                sentence("good.wrongNumberOfCells", cells, expected);
            case GoodProblem.UnclosedQuote p -> sentence("good.unclosedQuote");
            case GoodProblem.TextAfterQuote p -> sentence("good.textAfterQuote");
            case GoodProblem.CellTooLong(int max) -> sentence("good.cellTooLong", max);
        };
    }

    private String joined(List<String> words) {
        return words.stream().collect(Collectors.joining(sentence("list.separator")));
    }

    private String sentence(String key, Object... arguments) {
        return new MessageFormat(sentences.getString(key), language).format(arguments);
    }
}
