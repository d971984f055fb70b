package tillbook.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    private static final long SEED = 4180;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void countsLinesWhateverEndsThem(String end) throws IOException {
        List<CsvRow> rows = rows(String.join(end, "a,b", "\"c" + end + "d\",e", "", "f,g"));
        assertEquals(
                List.of(
                        new CsvRow.Cells(1, List.of("a", "b")),
                        new CsvRow.Cells(2, List.of("c" + end + "d", "e")),
                        new CsvRow.Cells(4, List.of("")),
                        new CsvRow.Cells(5, List.of("f", "g"))),
                rows);
    }

    @Test
    void takesQuotesSeparatorsAndDoubledQuotesInsideQuotes() throws IOException {
        assertEquals(
                List.of(new CsvRow.Cells(1, List.of("a,b", "say \"hi\"", "", "5\" nail"))),
                rows("\ufeff\"a,b\",\"say \"\"hi\"\"\" ,\"\",5\" nail"));
    }

    @Test
    void tellsAnUnclosedQuoteWithTheLineWhereItOpened() throws IOException {
        assertEquals(
                new CsvRow.Broken(2, new GoodProblem.UnclosedQuote()),
                rows("a,b\nc,\"d\ne,f\n").getLast());
    }

    @Test
    void goesOnBelowAQuoteThatNeverCloses() throws IOException {
        List<CsvRow> rows = rows("a\n\"b\n" + "c\n".repeat(CsvReader.CELL_CHARS_MAX) + "last\n");
        assertEquals(new CsvRow.Broken(2, new GoodProblem.UnclosedQuote()), rows.get(1));
        assertEquals(new CsvRow.Cells(CsvReader.CELL_CHARS_MAX + 3, List.of("last")), rows.getLast());
    }

    @Test
    void refusesTextBehindAClosingQuoteAndGoesOnWithTheNextLine() throws IOException {
        assertEquals(
                List.of(new CsvRow.Broken(1, new GoodProblem.TextAfterQuote()), new CsvRow.Cells(2, List.of("c"))),
                rows("\"a\"b,x\nc"));
    }

    @Test
    void keepsCellsAndRowsBounded() throws IOException {
        assertEquals(
                List.of(new CsvRow.Broken(1, new GoodProblem.CellTooLong(CsvReader.CELL_CHARS_MAX))),
                rows("x".repeat(CsvReader.CELL_CHARS_MAX + 1)));
        assertEquals(
                List.of(new CsvRow.Broken(
                        1, new GoodProblem.WrongNumberOfCells(CsvReader.CELLS_MAX + 1, CsvReader.CELLS_MAX))),
                rows(",".repeat(5 * CsvReader.CELLS_MAX)));
    }

    @Test
    void readsBackWhateverWasWrittenInQuotes() throws IOException {
        Random random = new Random(SEED);
        String letters = "a,;\t\"\r\n 中";
        for (int round = 0; round < 2_000; round++) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) cells.add(text(random, letters));
            String line = cells.stream()
                    .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                    .collect(Collectors.joining(","));
            assertEquals(List.of(new CsvRow.Cells(1, cells)), rows(line), "seed " + SEED + " round " + round);
        }
    }

    private static String text(Random random, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) text.append(letters.charAt(random.nextInt(letters.length())));
        return text.toString();
    }

    private static List<CsvRow> rows(String text) throws IOException {
        CsvReader reader = new CsvReader(new StringReader(text), ',');
        List<CsvRow> rows = new ArrayList<>();
        for (CsvRow row = reader.next(); row != null; row = reader.next()) rows.add(row);
        return rows;
    }
}
