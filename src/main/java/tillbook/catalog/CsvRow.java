package tillbook.catalog;

import java.util.List;

/** One row of a separated file; a row begins at {@code line}, counted from 1, and may span several. */
sealed interface CsvRow {
    int line();

    /** A row as it should be. */
    record Cells(int line, List<String> cells) implements CsvRow {}

    /** A row whose quotes or lengths are wrong; reading goes on with the next line. */
    record Broken(int line, GoodProblem problem) implements CsvRow {}
}
