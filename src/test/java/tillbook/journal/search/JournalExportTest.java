package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.care.Redaction;
import tillbook.journal.GeneratedDay;
import tillbook.journal.Json;
import tools.jackson.databind.JsonNode;

class JournalExportTest {
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);
    private static final LocalDate EVER = LocalDate.of(2100, 1, 1);

    @TempDir
    Path folder;

    private final ListedTape tape = ListedTape.of(12, 90);
    private final StringBuilder out = new StringBuilder();

    @SuppressWarnings("NullAway.Init")
    private JournalSearch search;

    @BeforeEach
    void fill() throws SQLException {
        search = JournalSearch.create(folder.resolve("journal.mv.db"));
        search.apply(tape.records());
    }

    @AfterEach
    void close() {
        search.close();
    }

    private JournalExport export(Locale language, boolean mark, UnaryOperator<String> redaction) {
        return new JournalExport(
                search, new JournalExport.Options(ALWAYS, EVER, language, ZoneId.of("Asia/Shanghai"), mark, redaction));
    }

    private JournalExport plain() {
        return export(Locale.ENGLISH, false, UnaryOperator.identity());
    }

    /** Reads RFC 4180 back, character by character. */
    private static List<List<String>> parse(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                cell.append(csv.charAt(++i));
            } else if (c == '"') quoted = !quoted;
            else if (!quoted && (c == ',' || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (quoted || c != '\r') cell.append(c);
        }
        assertFalse(quoted);
        return rows;
    }

    @Test
    void everySaleComesBackFromTheFile() {
        assertEquals(90, plain().sales(out));
        List<List<String>> rows = parse(out.toString());
        assertEquals("Receipt number", rows.getFirst().getFirst());
        JournalModel model = JournalModel.of(tape.records());
        List<String> expected = model.sales.values().stream()
                .map(sale -> sale.receipt + " " + sale.day + " " + sale.amount + " " + sale.paid)
                .toList();
        List<String> read = rows.stream()
                .skip(1)
                .map(row -> row.get(0) + " " + row.get(1) + " " + fen(row.get(5)) + " " + fen(row.get(7)))
                .toList();
        assertEquals(expected, read);
        assertTrue(rows.stream().allMatch(row -> row.size() == rows.getFirst().size()));
    }

    private static long fen(String yuan) {
        return tillbook.money.Money.parseYuan(yuan).fen();
    }

    @Test
    void everyLineComesBackFromTheFileWithItsCommasAndQuotes() {
        plain().lines(out);
        JournalModel model = JournalModel.of(tape.records());
        assertEquals(
                model.sales.values().stream()
                        .flatMap(sale -> sale.items.stream().map(item -> sale.receipt + item))
                        .toList(),
                parse(out.toString()).stream()
                        .skip(1)
                        .map(row -> row.get(0) + row.get(4))
                        .toList());
    }

    @Test
    void everyAttemptComesBackFromTheFile() {
        plain().attempts(out);
        JournalModel model = JournalModel.of(tape.records());
        assertEquals(
                model.sales.values().stream()
                        .flatMap(sale -> sale.attempts.stream())
                        .map(attempt -> attempt.order)
                        .sorted()
                        .toList(),
                parse(out.toString()).stream()
                        .skip(1)
                        .map(row -> row.get(1))
                        .sorted()
                        .toList());
    }

    @Test
    void theRecordsThemselvesComeBackByteByByte() {
        assertEquals(tape.records().size(), plain().events(out));
        List<String> lines = out.toString().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            TapeRecord record = tape.records().get(i);
            JsonNode line = Json.mapper().readTree(lines.get(i));
            assertEquals(record.sequence(), line.get("sequence").longValue());
            assertEquals(
                    HexFormat.of().formatHex(record.hash()), line.get("hash").stringValue());
            int from = lines.get(i).indexOf("\"record\":") + "\"record\":".length();
            byte[] payload =
                    lines.get(i).substring(from, lines.get(i).length() - 1).getBytes(StandardCharsets.UTF_8);
            assertArrayEquals(record.payload(), payload);
        }
    }

    @Test
    void aPrintedSheetsHashIsNoSecretAndStays() {
        String sheet = "0123456789abcdef".repeat(4);
        String key = "c2VjcmV0".repeat(10);
        String record = "{\"type\":\"seen\",\"data\":{\"sha256\":\"" + sheet + "\",\"note\":\"" + key + "\"}}";
        search.apply(List.of(tape.append(record.getBytes(StandardCharsets.UTF_8))));
        export(Locale.ENGLISH, false, Redaction::clean).events(out);
        String last = out.toString().lines().toList().getLast();
        assertTrue(last.contains("\"sha256\":\"" + sheet + "\""), last);
        assertFalse(last.contains(key), last);
    }

    @Test
    void oneDayOnlyIsWrittenIfOneDayIsAsked() {
        LocalDate day = GeneratedDay.FIRST_DAY.plusDays(1);
        JournalExport.Options options =
                new JournalExport.Options(day, day, Locale.ENGLISH, ZoneId.of("UTC"), false, UnaryOperator.identity());
        assertEquals(30, new JournalExport(search, options).sales(out));
        assertTrue(parse(out.toString()).stream()
                .skip(1)
                .allMatch(row -> row.get(1).equals(day.toString())));
    }

    @Test
    void excelIsToldThatItIsUtf8AndTheHeadingsAreChinese() {
        export(Locale.SIMPLIFIED_CHINESE, true, UnaryOperator.identity()).sales(out);
        assertTrue(out.toString().startsWith("\uFEFF票号,营业日,"));
        assertTrue(out.toString().contains("已付款"));
    }

    @Test
    void aCellThatWouldBeAFormulaIsDefused() throws IOException {
        new Csv(out, UnaryOperator.identity())
                .row(Arrays.asList("=1+1", "+1", "-1", "@x", "\tx", "a=1", "", null, "say \"=\"", "two\r\nlines"));
        assertEquals("'=1+1,'+1,'-1,'@x,'\tx,a=1,,,\"say \"\"=\"\"\",\"two\r\nlines\"\r\n", out.toString());
    }

    @Test
    void everyTextPassesTheRedaction() {
        JournalExport export = export(Locale.ENGLISH, false, text -> text.replace("鸡蛋", "▮▮"));
        export.lines(out);
        export.events(out);
        assertFalse(out.toString().contains("鸡蛋"));
        assertTrue(out.toString().contains("▮▮"));
    }

    @Test
    void aTargetThatIsFullIsNamedAsSuchAndTheJournalStaysOpen() {
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        org.junit.jupiter.api.Assertions.assertThrows(java.io.UncheckedIOException.class, () -> plain().events(full));
        assertEquals(90, search.find(JournalQuery.newest(1)).total());
    }
}
