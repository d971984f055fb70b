package tillbook.catalog;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Walks through the goods of a file line by line, below its header. One thread owns it; it keeps no more than the codes. */
final class GoodsLines {
    private final GoodsFile file;
    private final CsvReader rows;
    private final SeenCodes seen = new SeenCodes();
    private boolean pastHeader;

    GoodsLines(GoodsFile file, CsvReader rows) {
        this.file = file;
        this.rows = rows;
    }

    sealed interface Line {
        int number();

        record Fit(int number, Draft draft) implements Line {}

        record Unfit(int number, GoodProblem problem) implements Line {}
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    Line next() throws IOException {
        for (CsvRow row = rows.next(); row != null; row = rows.next()) {
            if (isBlank(row)) continue;
            if (pastHeader) return line(row);
            pastHeader = true;
        }
        return null;
    }

    private static boolean isBlank(CsvRow row) {
        return row instanceof CsvRow.Cells(int line, List<String> cells)
                && cells.stream().allMatch(String::isBlank);
    }

    private Line line(CsvRow row) {
        return switch (row) {
            case CsvRow.Broken(int number, GoodProblem problem) -> new Line.Unfit(number, problem);
            case CsvRow.Cells(int number, List<String> cells) -> line(number, cells);
        };
    }

    private Line line(int number, List<String> cells) {
        int expected = file.columns();
        boolean spare = cells.stream().skip(expected).anyMatch(cell -> !cell.isBlank());
        if (cells.size() < expected || spare) {
            return new Line.Unfit(number, new GoodProblem.WrongNumberOfCells(cells.size(), expected));
        }
        return switch (GoodEntry.read(file.fields(cells))) {
            case GoodEntry.Reading.Refused(GoodProblem problem) -> new Line.Unfit(number, problem);
            case GoodEntry.Reading.Read(Draft draft) -> unlessTwice(number, draft);
        };
    }

    private Line unlessTwice(int number, Draft draft) {
        int first = seen.firstLine(draft.code(), number);
        if (first == 0) return new Line.Fit(number, draft);
        return new Line.Unfit(number, new GoodProblem.CodeTwice(draft.code(), first));
    }
}
