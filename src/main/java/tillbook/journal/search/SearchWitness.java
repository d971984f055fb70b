package tillbook.journal.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What the copy remembers, opened before the tape is: a bad record that was applied is damage and not a torn tail, and
 * may be mended from here. Writes nothing.
 *
 * <p>Used by one thread, and closed before {@link SearchJournalFile#open}.
 */
public final class SearchWitness implements AutoCloseable {
    private final Connection connection;
    private final long applied;

    private SearchWitness(Connection connection, long applied) {
        this.connection = connection;
        this.applied = applied;
    }

    /** Opens the copy as a witness. Empty if there is none, or none that can be read or trusted in itself. */
    public static Optional<SearchWitness> open(Path file) {
        if (!Files.exists(file)) return Optional.empty();
        try {
            Connection connection = H2.open(file);
            return of(connection);
        } catch (SQLException | RuntimeException | VirtualMachineError e) {
            return Optional.empty();
        }
    }

    private static Optional<SearchWitness> of(Connection connection) {
        try {
            Meta meta = Meta.read(connection);
            if (meta.version() == Schema.VERSION && Consistency.holds(connection, meta)) {
                return Optional.of(new SearchWitness(connection, meta.applied().sequence()));
            }
        } catch (SQLException | RuntimeException | VirtualMachineError e) {
            // A damaged witness is none; a damaged length in it asks for any amount of memory.
        }
        H2.shutdownImmediately(connection);
        return Optional.empty();
    }

    /** The last record the copy has applied: everything up to it was acknowledged once. */
    public long applied() {
        return applied;
    }

    /** The record as it was applied, empty if damaged or unknown. */
    public Optional<TapeRecord> record(long sequence) {
        try {
            return record(connection, sequence);
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    static Optional<TapeRecord> record(Connection connection, long sequence) throws SQLException {
        String sql = "SELECT sequence, hash, payload, mark FROM event WHERE sequence = ?";
        try (PreparedStatement statement = JournalSearch.prepare(connection, sql, List.of(sequence))) {
            return Reading.all(statement, Reading::event).stream().findFirst();
        } catch (DamagedRowException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        H2.shutdownImmediately(connection);
    }
}
