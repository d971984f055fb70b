package tillbook.journal.search;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Compares a copy with the tape: each event byte by byte, each table by the sum of its rows' marks, each index by what it
 * leads to.
 *
 * <p>Used by one thread, on a connection that sees one moment.
 */
final class Verifier {
    /** How many records at the end are compared at every opening. */
    private static final int LAST_RECORDS = 64;

    /** In how many places before them. */
    private static final int SAMPLES = 16;

    /** How many records in each place. */
    private static final int SAMPLE_RECORDS = 4;

    /** Up to so many events everything is compared at every opening: about a second on a slow machine. */
    private static final long ALL_EVENTS_MAX = 30_000;

    private static final int FETCH_ROWS = 1000;

    private static final String EVENTS =
            "SELECT sequence, hash, payload, mark FROM event WHERE sequence BETWEEN ? AND ? ORDER BY sequence";

    private final Connection connection;
    private final TapeSource tape;

    Verifier(Connection connection, TapeSource tape) {
        this.connection = connection;
        this.tape = tape;
    }

    Verification all() {
        try {
            Applied applied = Meta.read(connection).applied();
            Verification events = compareEvents(1, applied.sequence());
            return events instanceof Verification.Whole ? compareTables(applied, events) : events;
        } catch (DamagedRowException e) {
            return new Verification.Unreadable(new SearchProblem.Damaged());
        } catch (SQLException e) {
            return new Verification.Unreadable(SearchProblem.of(e));
        }
    }

    /** What is looked at at every opening: everything of a small copy; of a large one the end, and some samples. */
    Verification atOpening() throws SQLException {
        long last = Meta.read(connection).applied().sequence();
        if (last <= ALL_EVENTS_MAX) return all();
        Verification end = compareEvents(last - LAST_RECORDS + 1, last);
        for (int sample = 0; sample < SAMPLES && end instanceof Verification.Whole; sample++) {
            // Another place at each length, so that in time every part is looked at.
            long from = 1 + Math.floorMod(last * 31 + sample * (last / SAMPLES), last - SAMPLE_RECORDS);
            end = compareEvents(from, from + SAMPLE_RECORDS - 1);
        }
        return end;
    }

    private Verification compareEvents(long from, long to) throws SQLException {
        if (to < from) return new Verification.Whole(0);
        try (PreparedStatement statement = JournalSearch.prepare(connection, EVENTS, List.of(from, to))) {
            statement.setFetchSize(FETCH_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                return compare(rows, from, to);
            }
        }
    }

    private Verification compare(ResultSet rows, long from, long to) throws SQLException {
        Comparison comparison = new Comparison(rows, from);
        tape.read(from, record -> comparison.agrees(record) && record.sequence() < to);
        SQLException failed = comparison.failed;
        if (failed != null) throw failed;
        if (comparison.next <= to || comparison.differs) return new Verification.EventDiffers(comparison.next);
        return new Verification.Whole(to - from + 1);
    }

    private static final class Comparison {
        private final ResultSet rows;
        private long next;
        private boolean differs;
        private @org.jspecify.annotations.Nullable SQLException failed;

        Comparison(ResultSet rows, long from) {
            this.rows = rows;
            this.next = from;
        }

        boolean agrees(TapeRecord record) {
            try {
                differs = !rows.next() || !isSame(record, Reading.event(rows));
            } catch (DamagedRowException e) {
                differs = true;
            } catch (SQLException e) {
                failed = e;
                return false;
            }
            if (!differs) next++;
            return !differs;
        }

        private static boolean isSame(TapeRecord one, TapeRecord other) {
            return one.sequence() == other.sequence()
                    && Arrays.equals(one.hash(), other.hash())
                    && Arrays.equals(one.payload(), other.payload());
        }
    }

    private Verification compareTables(Applied applied, Verification whole) throws SQLException {
        Applied.Sums sums = applied.sums();
        if (sum("sale", Reading::sale, Mark::of) != sums.sales()) return new Verification.TableDiffers("sale");
        if (sum("attempt", Reading::attempt, Mark::of) != sums.attempts()) {
            return new Verification.TableDiffers("attempt");
        }
        if (sum("tender", Reading::tender, Mark::of) != sums.tenders()) return new Verification.TableDiffers("tender");
        if (sum("sale_line", Verifier::lineMark, Long::longValue) != sums.lines()) {
            return new Verification.TableDiffers("sale_line");
        }
        for (IndexCheck index : IndexCheck.ALL) {
            if (!index.agrees(connection)) return new Verification.TableDiffers(index.name());
        }
        return whole;
    }

    private static long lineMark(ResultSet row) throws SQLException {
        return Mark.of(row.getLong("id"), Reading.line(row));
    }

    private interface ToMark<T> {
        long of(T row);
    }

    private <T> long sum(String table, Reading.RowReader<T> reader, ToMark<T> mark) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + table + " ORDER BY id")) {
            statement.setFetchSize(FETCH_ROWS);
            long sum = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) sum += mark.of(reader.read(rows));
            }
            return sum;
        }
    }
}
