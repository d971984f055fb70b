package tillbook.journal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tillbook.journal.search.JournalQuery.Meant;
import tillbook.money.Money;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/**
 * Answers queries. A text is first taken for a number or an amount, which indexes answer; only if none fits it is looked
 * for among the items, and those are bounded by date, because going through all of them takes seconds.
 *
 * <p>Used by one thread at a time.
 */
final class Finder {
    /** So many business days are searched for an item unless the query says from when. */
    static final int ITEM_DAYS = 31;

    /** Sales followed from one text. */
    private static final int MATCHES_MAX = 5000;

    /** Fewer last characters fit too many numbers. */
    private static final int ENDING_CHARS_MIN = 4;

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_]{" + ENDING_CHARS_MIN + ",64}");

    private final Connection connection;

    Finder(Connection connection) {
        this.connection = connection;
    }

    /** Sales that a text leads to. */
    private record Matches(Set<Long> sales, @Nullable LocalDate itemsSince) {
        boolean isFull() {
            return sales.size() >= MATCHES_MAX;
        }
    }

    Page find(JournalQuery query) throws SQLException {
        if (query.text().isEmpty()) return page(query, new Selection("sale s", List.of()), null, false);
        Matches matches = matches(query);
        Selection selection = new Selection("TABLE(id BIGINT = ?) m JOIN sale s ON s.id = m.id", List.of((Object)
                matches.sales().toArray()));
        return page(query, selection, matches.itemsSince(), matches.isFull());
    }

    private record Selection(String from, List<Object> arguments) {
        List<Object> and(List<Object> more) {
            List<Object> all = new ArrayList<>(arguments);
            all.addAll(more);
            return all;
        }
    }

    private Page page(JournalQuery query, Selection selection, @Nullable LocalDate itemsSince, boolean more)
            throws SQLException {
        Conditions conditions = new Conditions(query);
        long total = count(selection, conditions, null);
        Map<Page.Filter, Long> hidden = new EnumMap<>(Page.Filter.class);
        for (Page.Filter filter : conditions.filters()) {
            hidden.put(filter, count(selection, conditions, filter) - total);
        }
        return new Page(rows(query, selection, conditions), total, hidden, itemsSince, more);
    }

    private long count(Selection selection, Conditions conditions, Page.@Nullable Filter but) throws SQLException {
        String sql = "SELECT COUNT(*) FROM " + selection.from() + conditions.where(but);
        return all(sql, selection.and(conditions.arguments(but)), row -> row.getLong(1))
                .getFirst();
    }

    private List<SaleRow> rows(JournalQuery query, Selection selection, Conditions conditions) throws SQLException {
        String sql = "SELECT s.* FROM " + selection.from() + conditions.where(null) + " ORDER BY s.id DESC LIMIT "
                + query.limit() + " OFFSET " + query.offset();
        return all(sql, selection.and(conditions.arguments(null)), Reading::sale);
    }

    private Matches matches(JournalQuery query) throws SQLException {
        Set<Long> sales = new LinkedHashSet<>();
        if (query.meant() == Meant.ANYTHING && NUMBER.matcher(query.text()).matches())
            sales.addAll(ending(query.text(), MATCHES_MAX));
        boolean mayBeAmount = query.meant() == Meant.ANYTHING || query.meant() == Meant.AMOUNT;
        Optional<Money> amount = mayBeAmount ? amount(query.text()) : Optional.empty();
        if (amount.isPresent()) sales.addAll(costing(amount.get(), query));
        if (!sales.isEmpty() || query.meant() == Meant.AMOUNT) return new Matches(sales, null);
        Optional<LocalDate> newest = newestDay();
        return newest.isEmpty() ? new Matches(sales, null) : withItem(query, newest.get());
    }

    /** In the days of the query first, and in the newest ones: what the days of the query hide is counted. */
    private Matches withItem(JournalQuery query, LocalDate newest) throws SQLException {
        LocalDate first = Conditions.itemsSince(query, newest);
        List<Long> inRange = containing(query, first, query.toDay());
        boolean isBounded = query.fromDay() != null || query.toDay() != null;
        if (!isBounded || inRange.size() >= MATCHES_MAX) return new Matches(new LinkedHashSet<>(inRange), first);
        LocalDate newestSince = newest.minusDays(ITEM_DAYS - 1);
        Set<Long> sales = new LinkedHashSet<>(both(inRange, containing(query, newestSince, null)));
        return new Matches(sales, query.fromDay() == null ? first : newestSince);
    }

    /** Sales with a number that ends so, newest first. A whole number ends with itself. */
    private List<Long> ending(String text, int limit) throws SQLException {
        String low = String.valueOf(Columns.reversed(text));
        String lowReceipt = low.toUpperCase(Locale.ROOT);
        String sql = "SELECT DISTINCT sale FROM ("
                + "SELECT id AS sale FROM sale WHERE receipt_reversed >= ? AND receipt_reversed < ?"
                + " UNION ALL SELECT sale FROM attempt WHERE order_reversed >= ? AND order_reversed < ?"
                + " UNION ALL SELECT sale FROM attempt WHERE trade_reversed >= ? AND trade_reversed < ?"
                + ") ORDER BY sale DESC LIMIT " + limit;
        return all(
                sql, List.of(lowReceipt, after(lowReceipt), low, after(low), low, after(low)), row -> row.getLong(1));
    }

    /** The end of the range of everything that begins with a prefix. */
    private static String after(String prefix) {
        return prefix + Character.MAX_VALUE;
    }

    /** The sale's own amount, or that of one attempt: what the customer's phone shows. */
    private List<Long> costing(Money amount, JournalQuery query) throws SQLException {
        LocalDate first = query.fromDay() == null ? LocalDate.of(1, 1, 1) : query.fromDay();
        LocalDate last = query.toDay() == null ? LocalDate.of(9999, 12, 31) : query.toDay();
        List<Long> inRange = costing(amount, first, last);
        // Outside the range too, so that the page can say how many the filter hides; those inside go first.
        return inRange.size() >= MATCHES_MAX || (query.fromDay() == null && query.toDay() == null)
                ? inRange
                : both(inRange, costing(amount, LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)));
    }

    private static List<Long> both(List<Long> some, List<Long> more) {
        Set<Long> all = new LinkedHashSet<>(some);
        all.addAll(more);
        return all.stream().limit(MATCHES_MAX).toList();
    }

    private List<Long> costing(Money amount, LocalDate first, LocalDate last) throws SQLException {
        String sql = "SELECT DISTINCT sale FROM ("
                + "SELECT id AS sale FROM sale WHERE amount = ? AND business_day BETWEEN ? AND ?"
                + " UNION ALL SELECT a.sale FROM attempt a JOIN sale s ON s.id = a.sale"
                + " WHERE a.amount = ? AND s.business_day BETWEEN ? AND ?"
                + ") ORDER BY sale DESC LIMIT " + MATCHES_MAX;
        return all(sql, List.of(amount.fen(), first, last, amount.fen(), first, last), row -> row.getLong(1));
    }

    /** Sales of these days with an item of such a name or code. Lines lie in the order of their sales. */
    private List<Long> containing(JournalQuery query, LocalDate since, @Nullable LocalDate to) throws SQLException {
        List<Long> bounds = saleBounds(since, to);
        if (bounds.isEmpty()) return List.of();
        List<Object> arguments = new ArrayList<>(
                List.of(Columns.firstLineKey(bounds.getFirst()), Columns.lastLineKey(bounds.getLast())));
        String isMeant = "code = ?";
        arguments.add(query.text().toUpperCase(Locale.ROOT));
        if (query.meant() != Meant.ITEM_CODE) {
            isMeant += " OR LOCATE(?, LOWER(name)) > 0";
            arguments.add(query.text().toLowerCase(Locale.ROOT));
        }
        String sql = "SELECT DISTINCT id / " + Columns.lineKey(1, 0) + " AS sale FROM sale_line"
                + " WHERE id BETWEEN ? AND ? AND (" + isMeant + ")"
                + " ORDER BY sale DESC LIMIT " + MATCHES_MAX;
        return all(sql, arguments, row -> row.getLong(1));
    }

    private List<Long> saleBounds(LocalDate since, @Nullable LocalDate to) throws SQLException {
        LocalDate last = to == null ? LocalDate.of(9999, 12, 31) : to;
        String sql = "SELECT MIN(id), MAX(id) FROM sale WHERE business_day BETWEEN ? AND ?";
        List<List<Long>> found = all(sql, List.of(since, last), row -> {
            long first = row.getLong(1);
            return row.wasNull() ? List.<Long>of() : List.of(first, row.getLong(2));
        });
        return found.getFirst();
    }

    private Optional<LocalDate> newestDay() throws SQLException {
        return all(
                        "SELECT MAX(business_day) FROM sale",
                        List.of(),
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .getFirst();
    }

    private static Optional<Money> amount(String text) {
        String plain =
                text.startsWith("￥") || text.startsWith("¥") ? text.substring(1).strip() : text;
        try {
            return Optional.of(Money.parseYuan(plain));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Lookup lookup(String text) throws SQLException {
        String number = text.strip();
        if (!NUMBER.matcher(number).matches()) return new Lookup.Nothing();
        Lookup exact = exact(number);
        if (exact != null) return exact;
        List<Long> ids = ending(number, Lookup.Ending.RECEIPTS_MAX);
        return ids.isEmpty() ? new Lookup.Nothing() : new Lookup.Ending(receipts(ids));
    }

    private @Nullable Lookup exact(String number) throws SQLException {
        String upper = number.toUpperCase(Locale.ROOT);
        List<Lookup> found = new ArrayList<>(all(
                "SELECT * FROM sale WHERE receipt_reversed = ?",
                List.of(String.valueOf(Columns.reversed(upper))),
                row -> new Lookup.Receipt(Reading.sale(row).receipt())));
        found.addAll(all(
                "SELECT * FROM attempt WHERE order_reversed = ?",
                List.of(String.valueOf(Columns.reversed(number))),
                row -> order(Reading.attempt(row))));
        found.addAll(all(
                "SELECT * FROM attempt WHERE trade_reversed = ?",
                List.of(String.valueOf(Columns.reversed(number))),
                row -> new Lookup.Trade(number, Reading.attempt(row).receipt())));
        return found.isEmpty() ? null : found.getFirst();
    }

    private static Lookup order(AttemptRow attempt) {
        OrderNumber order = attempt.order();
        return new Lookup.Order(order, attempt.receipt());
    }

    private List<ReceiptNumber> receipts(List<Long> sales) throws SQLException {
        String sql = "SELECT s.* FROM TABLE(id BIGINT = ?) m JOIN sale s ON s.id = m.id ORDER BY s.id DESC";
        return all(
                sql, List.of((Object) sales.toArray()), row -> Reading.sale(row).receipt());
    }

    private <T> List<T> all(String sql, List<Object> arguments, Reading.RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = JournalSearch.prepare(connection, sql, arguments)) {
            return Reading.all(statement, reader);
        }
    }
}
