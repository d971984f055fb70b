package tillbook.journal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;
import tillbook.sale.Line;

/**
 * Writes the journal out, in the order of the tape, row by row, so that its length does not matter. Every text passes
 * the redaction that was handed in, although payment codes are masked where they are journalled.
 *
 * <p>Each call reads on a connection of its own and may come from any thread; the state of one moment is written. If the
 * target refuses, {@link UncheckedIOException}.
 */
public final class JournalExport {
    private static final int FETCH_ROWS = 1000;
    private static final Pattern HASH_OF_A_SHEET = Pattern.compile("\"sha256\":\"[0-9a-f]{64}\"");
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private static final List<String> SALE_COLUMNS = List.of(
            "receipt",
            "day",
            "time",
            "cashier",
            "shift",
            "amount",
            "state",
            "paid",
            "paid-at",
            "means",
            "being-checked",
            "voucher",
            "lines");
    private static final List<String> LINE_COLUMNS = List.of(
            "receipt",
            "day",
            "line",
            "code",
            "name",
            "quantity",
            "unit",
            "unit-price",
            "discount",
            "amount",
            "tax-rate");
    private static final List<String> ATTEMPT_COLUMNS = List.of(
            "receipt",
            "order",
            "tender",
            "attempt",
            "provider",
            "amount",
            "payment-code",
            "trade",
            "attempt-state",
            "answer",
            "sub-answer",
            "created",
            "decided");

    private final JournalSearch search;
    private final Options options;
    private final SearchWording wording;

    /**
     * How and what to write.
     *
     * @param fromDay first business day
     * @param toDay last business day
     * @param language of the headings and words
     * @param zone of the times
     * @param byteOrderMark before the first heading, which Excel wants in order to read UTF-8
     * @param redaction for every text
     */
    public record Options(
            LocalDate fromDay,
            LocalDate toDay,
            Locale language,
            ZoneId zone,
            boolean byteOrderMark,
            UnaryOperator<String> redaction) {}

    public JournalExport(JournalSearch search, Options options) {
        this.search = search;
        this.options = options;
        this.wording = SearchWording.of(options.language());
    }

    /** Sales as CSV; returns how many. */
    public long sales(Appendable out) {
        String sql = "SELECT * FROM sale WHERE business_day BETWEEN ? AND ? ORDER BY id";
        return csv(out, SALE_COLUMNS, sql, row -> cells(Reading.sale(row)));
    }

    private List<@Nullable String> cells(SaleRow sale) {
        SaleRow.Opening opening = sale.opening();
        SaleRow.MoneySide money = sale.money();
        return Arrays.asList(
                sale.receipt().text(),
                opening.day().toString(),
                time(opening.at()),
                opening.cashier(),
                Integer.toString(opening.shift()),
                opening.amount().yuan(),
                wording.name(sale.state()),
                Money.ofFen(money.paidFen()).yuan(),
                time(money.paidAt()),
                means(money.means()),
                Integer.toString(money.attemptsOpen()),
                wording.name(sale.voucher().state()),
                Integer.toString(opening.lines()));
    }

    /** Lines of sales as CSV; returns how many. */
    public long lines(Appendable out) {
        String sql = "SELECT s.receipt, s.business_day, l.* FROM sale s JOIN sale_line l ON l.id BETWEEN s.id * "
                + Columns.lineKey(1, 0) + " AND s.id * " + Columns.lineKey(1, 0) + " + " + Columns.lastLineKey(0)
                + " WHERE s.business_day BETWEEN ? AND ? ORDER BY s.id, l.id";
        return csv(
                out,
                LINE_COLUMNS,
                sql,
                row -> cells(row.getString("receipt"), row.getString("business_day"), Reading.line(row)));
    }

    private static List<@Nullable String> cells(String receipt, String day, Line line) {
        return Arrays.asList(
                receipt,
                day,
                Integer.toString(line.number()),
                line.code(),
                line.name(),
                line.quantity().text(),
                line.unit(),
                line.unitPrice().yuan(),
                line.discount().yuan(),
                line.amount().yuan(),
                percent(line.taxRatePermyriad()));
    }

    private static String percent(int permyriad) {
        return java.math.BigDecimal.valueOf(permyriad, 2).stripTrailingZeros().toPlainString();
    }

    /** Attempts to take money through a provider as CSV; returns how many. */
    public long attempts(Appendable out) {
        String sql = "SELECT a.* FROM attempt a JOIN sale s ON s.id = a.sale"
                + " WHERE s.business_day BETWEEN ? AND ? ORDER BY a.id";
        return csv(out, ATTEMPT_COLUMNS, sql, row -> cells(Reading.attempt(row)));
    }

    private List<@Nullable String> cells(AttemptRow attempt) {
        AttemptRow.Progress progress = attempt.progress();
        return Arrays.asList(
                attempt.receipt().text(),
                attempt.order().text(),
                Integer.toString(attempt.tender()),
                Integer.toString(attempt.attempt()),
                wording.name(Means.of(attempt.provider())),
                attempt.amount().yuan(),
                attempt.maskedCode(),
                progress.tradeNumber(),
                progress.state().name(),
                progress.code(),
                progress.subCode(),
                time(attempt.createdAt()),
                time(progress.decidedAt()));
    }

    /**
     * The records themselves, one JSON object a line: {@code {"sequence":…,"hash":"…","record":{…}}}. Records that belong
     * to no business day this version can read are written with any range; returns how many.
     */
    public long events(Appendable out) {
        String sql = "SELECT sequence, hash, payload, mark FROM event"
                + " WHERE business_day BETWEEN ? AND ? OR business_day IS NULL ORDER BY sequence";
        return each(sql, row -> line(out, Reading.event(row)));
    }

    private void line(Appendable out, TapeRecord record) throws IOException {
        String payload = new String(record.payload(), StandardCharsets.UTF_8);
        out.append("{\"sequence\":")
                .append(Long.toString(record.sequence()))
                .append(",\"hash\":\"")
                .append(HexFormat.of().formatHex(record.hash()))
                .append("\",\"record\":")
                .append(redacted(payload))
                .append("}\n");
    }

    /** Without secrets, but with the hash of each printed sheet, which looks like a key. */
    private String redacted(String payload) {
        StringBuilder text = new StringBuilder();
        Matcher hash = HASH_OF_A_SHEET.matcher(payload);
        int done = 0;
        for (; hash.find(); done = hash.end()) {
            text.append(options.redaction().apply(payload.substring(done, hash.start())));
            text.append(hash.group());
        }
        return text.append(options.redaction().apply(payload.substring(done))).toString();
    }

    private long csv(
            Appendable out, List<String> columns, String sql, Reading.RowReader<List<@Nullable String>> cells) {
        Csv csv = new Csv(out, options.redaction());
        try {
            if (options.byteOrderMark()) out.append(BYTE_ORDER_MARK);
            csv.row(List.copyOf(columns.stream().map(wording::column).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return each(sql, row -> csv.row(cells.read(row)));
    }

    private interface RowWriter {
        void write(ResultSet row) throws SQLException, IOException;
    }

    private long each(String sql, RowWriter writer) {
        return search.readApart(connection -> each(connection, sql, writer));
    }

    private long each(Connection connection, String sql, RowWriter writer) throws SQLException {
        List<Object> days = List.of(options.fromDay(), options.toDay());
        // Lazily: the result is not gathered first, so that its length does not matter.
        try (var settings = connection.createStatement()) {
            settings.execute("SET LAZY_QUERY_EXECUTION 1");
        }
        try (PreparedStatement statement = JournalSearch.prepare(connection, sql, days)) {
            statement.setFetchSize(FETCH_ROWS);
            long count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                for (; rows.next(); count++) writer.write(rows);
            }
            return count;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String time(@Nullable Long at) {
        return at == null ? "" : TIME.format(Instant.ofEpochMilli(at).atZone(options.zone()));
    }

    private String means(Set<Means> means) {
        return means.stream().sorted().map(wording::name).collect(Collectors.joining(" + "));
    }
}
