package tillbook.journal.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Connections to one database file. The engine is told not to end by itself with the process, to write no trace file
 * and, through {@code async:}, to survive an interrupt of a reading thread, which would close a plain file channel
 * under everybody.
 */
final class H2 {
    static final String SUFFIX = ".mv.db";

    private static final int CACHE_KIB = 65_536;
    private static final String SETTINGS =
            ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;CACHE_SIZE=" + CACHE_KIB + ";IFEXISTS=";

    private H2() {}

    static Connection open(Path file) throws SQLException {
        return connect(file, true);
    }

    static Connection create(Path file) throws SQLException {
        if (Files.exists(file)) throw new IllegalStateException("a new database over an old one: " + file);
        return connect(file, false);
    }

    private static Connection connect(Path file, boolean mustExist) throws SQLException {
        String path = file.toAbsolutePath().toString();
        if (!path.endsWith(SUFFIX)) throw new IllegalArgumentException("the file's name ends with .mv.db: " + file);
        String name = path.substring(0, path.length() - SUFFIX.length());
        String url = "jdbc:h2:async:" + name + SETTINGS + (mustExist ? "TRUE" : "FALSE");
        Connection connection = DriverManager.getConnection(url, "sa", "");
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Ends the database in good order and with it every connection to it. */
    static void shutdown(Connection connection) throws SQLException {
        end(connection, "SHUTDOWN");
    }

    /** Ends the database at once, for a file that is not trusted any more. */
    static void shutdownImmediately(Connection connection) {
        try {
            end(connection, "SHUTDOWN IMMEDIATELY");
        } catch (SQLException | RuntimeException e) {
            // It is being thrown away, and has closed itself if it could not even do this.
        }
    }

    private static void end(Connection connection, String how) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(how);
        } finally {
            connection.close();
        }
    }
}
