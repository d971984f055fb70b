package tillbook.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes goods in one transaction of the connection it is given, which commits nothing by itself. Codes must not come
 * twice between two flushes. The thread that holds the connection's lock owns it.
 */
final class GoodsWriter implements AutoCloseable {
    private static final int BATCH_ROWS = 1_000;

    private final PreparedStatement select;
    /** Twice as fast as a merge, hence for the first file of a shop. */
    private final PreparedStatement insert;

    private final PreparedStatement merge;
    private final PreparedStatement dropInitials;
    private final PreparedStatement addInitials;
    private int waiting;

    GoodsWriter(Connection connection) throws SQLException {
        select = connection.prepareStatement(GoodsTable.SELECT + "WHERE code = ?");
        insert = connection.prepareStatement(GoodsTable.INSERT);
        merge = connection.prepareStatement(GoodsTable.MERGE);
        dropInitials = connection.prepareStatement("DELETE FROM other_initials WHERE code = ?");
        addInitials = connection.prepareStatement("INSERT INTO other_initials (code, initials) VALUES (?, ?)");
    }

    @Nullable
    Good stored(String code) throws SQLException {
        select.setString(1, code);
        try (ResultSet rows = select.executeQuery()) {
            return rows.next() ? GoodsTable.good(rows) : null;
        }
    }

    /** Writes a good; {@code replaces} is false only if no good of this code is stored. */
    void write(Good good, boolean replaces) throws SQLException {
        List<String> initials = GoodsTable.initials(good);
        PreparedStatement row = replaces ? merge : insert;
        GoodsTable.bind(row, good, initials.getFirst());
        row.addBatch();
        if (replaces) drop(good.code());
        for (String other : initials.subList(1, initials.size())) add(good.code(), other);
        if (++waiting >= BATCH_ROWS) flush();
    }

    void flush() throws SQLException {
        insert.executeBatch();
        merge.executeBatch();
        dropInitials.executeBatch();
        addInitials.executeBatch();
        waiting = 0;
    }

    private void drop(String code) throws SQLException {
        dropInitials.setString(1, code);
        dropInitials.addBatch();
    }

    private void add(String code, String initials) throws SQLException {
        addInitials.setString(1, code);
        addInitials.setString(2, initials);
        addInitials.addBatch();
    }

    @Override
    public void close() throws SQLException {
        select.close();
        insert.close();
        merge.close();
        dropInitials.close();
        addInitials.close();
    }
}
