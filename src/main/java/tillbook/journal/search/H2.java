package tillbook.journal.search;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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

    /**
     * Files whose opening broke so badly that the engine left them open and locked, one for each. It would say from then
     * on that somebody else has it; so such a file is not tried again, and stays what it was found to be: damaged.
     */
    private static final Set<Object> LEFT_LOCKED = ConcurrentHashMap.newKeySet();

    private static final System.Logger LOG = System.getLogger("tillbook.journal");

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
        Connection connection = connect(url, file);
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static Connection connect(String url, Path file) throws SQLException {
        if (identity(file).filter(LEFT_LOCKED::contains).isPresent())
            throw new SQLException("this file could not be opened before: " + file, "HY000", ErrorCodes.FILE_CORRUPTED);
        try {
            return DriverManager.getConnection(url, "sa", "");
        } catch (SQLException e) {
            if (e.getErrorCode() != ErrorCodes.ALREADY_OPEN) noteIfLeftLocked(file);
            throw e;
        } catch (RuntimeException | VirtualMachineError e) {
            noteIfLeftLocked(file);
            throw e;
        }
    }

    private static void noteIfLeftLocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            LOG.log(System.Logger.Level.DEBUG, "closed after it could not be opened: {0}, {1}", file, lock);
        } catch (OverlappingFileLockException leftLocked) {
            identity(file).ifPresent(LEFT_LOCKED::add);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "cannot be opened at all", e);
        }
    }

    /**
     * The file itself, wherever it is moved to, and no other while it is open; empty if there is none, or the system does
     * not say.
     */
    private static Optional<Object> identity(Path file) {
        try {
            return Optional.ofNullable(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey());
        } catch (IOException e) {
            return Optional.empty();
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
        } catch (SQLException | RuntimeException | VirtualMachineError e) {
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
