package tillbook.journal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * An index against its table: both scanned, the sums of what they say compared. The database never does this by itself,
 * and a flipped bit in an index hides a sale.
 *
 * @param key the column that the index sorts by first
 * @param id the table's key
 */
record IndexCheck(String name, String table, String key, String id) {
    static final List<IndexCheck> ALL = List.of(
            new IndexCheck("event_basket", "event", "basket", "sequence"),
            new IndexCheck("sale_receipt", "sale", "receipt_reversed", "id"),
            new IndexCheck("sale_amount", "sale", "amount", "id"),
            new IndexCheck("sale_day", "sale", "business_day", "id"),
            new IndexCheck("sale_time", "sale", "happened_at", "id"),
            new IndexCheck("sale_state", "sale", "state", "id"),
            new IndexCheck("sale_voucher", "sale", "voucher", "id"),
            new IndexCheck("sale_attempts_open", "sale", "attempts_open", "id"),
            new IndexCheck("attempt_sale", "attempt", "sale", "id"),
            new IndexCheck("attempt_order", "attempt", "order_reversed", "id"),
            new IndexCheck("attempt_trade", "attempt", "trade_reversed", "id"),
            new IndexCheck("attempt_amount", "attempt", "amount", "id"),
            new IndexCheck("tender_sale", "tender", "sale", "id"));

    boolean agrees(Connection connection) throws SQLException {
        // Ordered by the table's key the table itself is read; ordered by the other, its index.
        long byTable = sum(connection, "", id);
        long byIndex = sum(connection, " USE INDEX (" + name + ")", key);
        return byTable == byIndex;
    }

    /** The order of an index is part of what it says, so a key that is out of place counts as well. */
    private long sum(Connection connection, String hint, String order) throws SQLException {
        String sql = "SELECT " + key + ", " + id + " FROM " + table + hint + " WHERE " + key + " IS NOT NULL ORDER BY "
                + order;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            long sum = 0;
            while (rows.next()) {
                sum += (rows.getString(1).hashCode() * 31L + rows.getLong(2)) * 0x9E3779B97F4A7C15L ^ rows.getLong(2);
            }
            return sum;
        }
    }
}
