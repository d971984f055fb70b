package tillbook.catalog;

import java.util.List;

/** Why a whole file is not taken as a file of goods, before any of its lines counts. Immutable. */
public sealed interface NotGoods {
    /** The file cannot be opened or read to its end. */
    record Unreadable() implements NotGoods {}

    /** Nothing in it, or a header alone. */
    record Empty() implements NotGoods {}

    /** A workbook (xlsx, xls), not text. */
    record Workbook() implements NotGoods {}

    /** Neither UTF-8 nor GB18030 (of which GBK and GB2312 are part). */
    record UnknownEncoding() implements NotGoods {}

    /** The first line names no column for these, without which nothing can be sold. */
    record ColumnsMissing(List<GoodField> fields) implements NotGoods {}

    /** Two columns mean the same. */
    record ColumnTwice(String header) implements NotGoods {}

    /** Longer than an import takes. */
    record TooManyLines(int linesMax) implements NotGoods {}
}
