package tillbook.journal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** What a copy can know about itself without the tape. */
final class Consistency {
    private Consistency() {}

    private record Extent(long count, long first, long last) {}

    /**
     * Every index is there, the events are those from 1 to the last applied, and the last one has the hash that {@code
     * meta} says.
     */
    static boolean holds(Connection connection, Meta meta) throws SQLException {
        if (!Schema.hasAllIndexes(connection)) return false;
        long applied = meta.applied().sequence();
        Extent extent = extent(connection);
        if (applied == 0) return extent.count() == 0;
        if (extent.count() != applied || extent.first() != 1 || extent.last() != applied) return false;
        return SearchWitness.record(connection, applied)
                .map(last -> Arrays.equals(last.hash(), meta.applied().hash()))
                .orElse(false);
    }

    private static Extent extent(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT (SELECT COUNT(*) FROM event), (SELECT MIN(sequence) FROM event), "
                        + "(SELECT MAX(sequence) FROM event)")) {
            List<Extent> rows =
                    Reading.all(statement, row -> new Extent(row.getLong(1), row.getLong(2), row.getLong(3)));
            return rows.getFirst();
        }
    }
}
