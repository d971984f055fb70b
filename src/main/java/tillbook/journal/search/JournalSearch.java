package tillbook.journal.search;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import tillbook.journal.JournalEvent;
import tillbook.sale.OrderNumber;
import tillbook.sale.ReceiptNumber;

/**
 * The journal that people search: a projection of the tape in H2. It follows the tape in its order, remembers the last
 * applied record in the same transaction, and is thrown away and made anew whenever it is in doubt
 * ({@link SearchJournalFile}).
 *
 * <p>Threads: one thread owns {@link #apply} and {@link #close} (that of {@link SearchWriter}). Everything else may be
 * called from any thread: queries share a second connection one after the other, and see whole batches only. Long
 * readings (export, verification) have a connection of their own. Whatever the database fails at is a
 * {@link JournalSearchException}.
 */
public final class JournalSearch implements AutoCloseable {
    private final Path file;
    private final Connection writing;
    private final Connection reading;
    private final Tables tables;
    private RowsByNumber rows;
    private final ReentrantLock oneReader = new ReentrantLock();
    private volatile Applied applied;

    private JournalSearch(Path file, Connection writing, RowsByNumber rows) throws SQLException {
        this.file = file;
        this.writing = writing;
        this.applied = Meta.read(writing).applied();
        this.tables = new Tables(writing);
        this.rows = rows;
        this.reading = H2.open(file);
    }

    /** Opens a file that has our tables, without asking whether it agrees with the tape. */
    static JournalSearch open(Path file, Connection writing) throws SQLException {
        return new JournalSearch(file, writing, new RowsByNumber.ByIndex(writing));
    }

    /** A new file without a record, complete. */
    static JournalSearch create(Path file) throws SQLException {
        JournalSearch made = createToFill(file, Numbers.MOST);
        made.completeIndexes();
        return made;
    }

    /**
     * A new file that is to follow a whole tape first: only {@link #completeIndexes} makes it fit to be searched in.
     *
     * @param numbers so many are kept in memory before the indexes are made
     */
    static JournalSearch createToFill(Path file, int numbers) throws SQLException {
        Connection writing = H2.create(file);
        try {
            Schema.createTables(writing);
            return new JournalSearch(file, writing, new RowsByNumber.ByMemory(writing, numbers));
        } catch (SQLException | RuntimeException e) {
            H2.shutdownImmediately(writing);
            throw e;
        }
    }

    /** Makes the indexes if they are not there yet. By the owner of {@link #apply}. */
    void completeIndexes() throws SQLException {
        if (rows instanceof RowsByNumber.ByIndex) return;
        Schema.createIndexes(writing);
        rows = new RowsByNumber.ByIndex(writing);
    }

    /** The last applied record, 0 if there is none. */
    public long applied() {
        return applied.sequence();
    }

    /** The hash of the last applied record in hex, zeros if there is none. */
    public String appliedHash() {
        return HexFormat.of().formatHex(applied.hash());
    }

    Applied state() {
        return applied;
    }

    /**
     * Takes records in the tape's order, in one transaction: all of them or none. What was applied before is skipped.
     */
    public Applying apply(List<TapeRecord> records) {
        return applyDecoded(records.stream().map(Decoding::of).toList());
    }

    /** Takes records as {@link #apply} does. */
    Applying applyDecoded(List<Decoding> records) {
        long done = applied.sequence();
        List<Decoding> fresh = new ArrayList<>(records.size());
        long expected = done + 1;
        for (Decoding decoding : records) {
            TapeRecord record = decoding.record();
            if (record.sequence() == done && !Arrays.equals(record.hash(), applied.hash())) {
                return new Applying.ChainDiffers(done);
            }
            if (record.sequence() <= done) continue;
            if (record.sequence() != expected) return new Applying.Gap(expected, record.sequence());
            expected++;
            fresh.add(decoding);
        }
        if (!fresh.isEmpty()) applyFresh(fresh);
        return new Applying.Done(applied.sequence(), fresh.size());
    }

    private void applyFresh(List<Decoding> batch) {
        try {
            Fold fold = new Fold();
            load(fold, batch);
            for (Decoding decoding : batch) fold.apply(decoding);
            Applied after = tables.store(fold, applied);
            writing.commit();
            applied = after;
            rows.stored(fold);
            if (rows instanceof RowsByNumber.ByMemory memory && memory.isFull()) completeIndexes();
        } catch (SQLException e) {
            rollBack(e);
            throw new JournalSearchException(SearchProblem.of(e), e);
        }
    }

    /** Attempts first: they lead to sales that the batch does not name. */
    private void load(Fold fold, List<Decoding> batch) throws SQLException {
        Set<ReceiptNumber> receipts = new HashSet<>();
        Set<OrderNumber> orders = new HashSet<>();
        for (Decoding decoding : batch) {
            JournalEvent event = decoding.event();
            if (event == null) continue;
            About about = About.of(event);
            if (about.receipt() != null) receipts.add(about.receipt());
            if (about.order() != null) orders.add(about.order());
        }
        if (!orders.isEmpty()) {
            for (AttemptRow attempt : rows.attempts(orders)) {
                fold.putLoaded(attempt);
                receipts.add(attempt.receipt());
            }
        }
        if (!receipts.isEmpty()) rows.sales(receipts).forEach(fold::putLoaded);
    }

    private void rollBack(SQLException because) {
        try {
            writing.rollback();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /** The page of sales that a query asks for. */
    public Page find(JournalQuery query) {
        return read(connection -> new Finder(connection).find(query));
    }

    /** Says what number a text is. */
    public Lookup lookup(String text) {
        return read(connection -> new Finder(connection).lookup(text));
    }

    /** Everything known about a sale: its rows and all its events in order. */
    public Optional<SaleStory> sale(ReceiptNumber receipt) {
        return read(connection -> SaleStory.read(connection, receipt));
    }

    /**
     * The payload this copy has of a record, as a candidate for mending the tape: it is the right one if its hash fits
     * the tape's chain. Empty if the copy has none or a damaged one.
     */
    public Optional<byte[]> candidate(long sequence) {
        return read(connection -> SearchWitness.record(connection, sequence)).map(TapeRecord::payload);
    }

    /** Compares everything with the tape. Takes seconds for a year; any thread, and nobody waits for it. */
    public Verification verify(TapeSource tape) {
        return readApart(connection -> new Verifier(connection, tape).all());
    }

    /** A reading of the database. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T read(Work<T> work) {
        oneReader.lock();
        try {
            return reading(reading, work);
        } finally {
            oneReader.unlock();
        }
    }

    /** On a connection of its own, which sees the state of one moment however long it reads. */
    <T> T readApart(Work<T> work) {
        try (Connection apart = H2.open(file)) {
            apart.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return reading(apart, work);
        } catch (SQLException e) {
            throw new JournalSearchException(SearchProblem.of(e), e);
        }
    }

    private static <T> T reading(Connection connection, Work<T> work) {
        try {
            T answer = work.with(connection);
            connection.rollback();
            return answer;
        } catch (SQLException e) {
            throw new JournalSearchException(SearchProblem.of(e), e);
        }
    }

    static PreparedStatement prepare(Connection connection, String sql, List<Object> arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        new Binding(statement).setAll(arguments);
        return statement;
    }

    /** Ends the database in good order. */
    @Override
    public void close() {
        try {
            H2.shutdown(writing);
        } catch (SQLException e) {
            abandon();
            throw new JournalSearchException(SearchProblem.of(e), e);
        }
    }

    /** Ends it without a word, for a file that is not trusted any more. */
    void abandon() {
        H2.shutdownImmediately(reading);
    }
}
