package tillbook.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Counts the writes of the goods, in the database and in a small file beside it. H2 mends a damaged file by going back to
 * whatever older state it still finds, without a word: old prices, or none. The number beside it betrays that. The
 * database is on disk before the file says so, hence the file is never ahead of a healthy one. Guarded by the catalogue's lock for
 * writing.
 */
final class GoodsEdition {
    private final @Nullable Path mark;

    private GoodsEdition(@Nullable Path mark) {
        this.mark = mark;
    }

    static GoodsEdition inMemory() {
        return new GoodsEdition(null);
    }

    static GoodsEdition markedIn(Path mark) {
        return new GoodsEdition(mark);
    }

    /** Counts a write, in its transaction. */
    void advance(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("UPDATE edition SET number = number + 1");
        }
    }

    /** Notes the committed number beside the database. If that fails, only the next damage is noticed less well. */
    void note(Connection connection) throws SQLException {
        if (mark == null) return;
        Path half = mark.resolveSibling(mark.getFileName() + ".part");
        try {
            Files.writeString(half, Long.toString(number(connection)));
            Files.move(half, mark, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return;
        }
    }

    /** Whether the database is an older one than was noted. */
    boolean isOutdated(Connection connection) throws SQLException {
        return number(connection) < noted();
    }

    /** Forgets the note: a new database begins. */
    void forget() throws IOException {
        if (mark != null) Files.deleteIfExists(mark);
    }

    private long noted() {
        if (mark == null || !Files.exists(mark)) return 0;
        try {
            return Long.parseLong(Files.readString(mark).strip());
        } catch (IOException | NumberFormatException e) {
            // A broken note proves nothing about the goods.
            return 0;
        }
    }

    private static long number(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT number FROM edition")) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
