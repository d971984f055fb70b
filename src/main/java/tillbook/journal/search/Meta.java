package tillbook.journal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** The one row that says what this database is. */
record Meta(int version, Applied applied) {
    static Meta read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT version, sequence, hash, sales, lines, attempts, tenders FROM meta")) {
            List<Meta> rows = Reading.all(
                    statement,
                    row -> new Meta(
                            row.getInt(1),
                            new Applied(
                                    row.getLong(2),
                                    row.getBytes(3),
                                    new Applied.Sums(row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7)))));
            if (rows.size() != 1) throw new DamagedRowException("meta", null);
            return rows.getFirst();
        }
    }
}
