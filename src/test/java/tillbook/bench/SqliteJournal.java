package tillbook.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The journal as one would keep it in SQLite and trust it through a power cut: write-ahead log, {@code synchronous=FULL},
 * one transaction a step, the statement prepared once. Used by one thread.
 */
final class SqliteJournal implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement insert;
    private long last;

    SqliteJournal(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("CREATE TABLE event (sequence INTEGER PRIMARY KEY, payload TEXT NOT NULL)");
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement("INSERT INTO event VALUES (?, ?)");
    }

    void step(List<byte[]> payloads) throws SQLException {
        for (byte[] payload : payloads) {
            insert.setLong(1, ++last);
            insert.setString(2, new String(payload, StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}
