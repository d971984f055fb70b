package tillbook.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The goods of the shop, in an H2 file of their own ({@code catalog/goods.mv.db} in the data folder). It answers what a
 * code is, finds goods by name, initials or code, and takes over whole files or nothing of them. Losing it loses no
 * money: sales carry their own names and prices.
 *
 * <p>If the database breaks while it runs, methods throw {@link CatalogUnreadable}.
 *
 * <p>Safe from any thread. Look-ups, searches and writing have a connection and a lock each, so a scan waits neither for
 * a search nor for an import; it sees the goods as of the last completed write.
 */
public final class Catalog implements AutoCloseable {
    /** A search answers at most this many goods, whatever is asked. */
    public static final int SEARCH_RESULTS_MAX = 100;

    private static final String FOLDER = "catalog";
    private static final String FILE = "goods";
    private static final AtomicLong IN_MEMORY_NUMBER = new AtomicLong();
    private static final int EXPORT_PAGE_ROWS = 1_000;
    /** Read at the opening, so that damage shows then: all goods of an ordinary shop, a part of a giant's. */
    private static final int OPENING_ROWS_READ_MAX = 20_000;

    private final ReentrantLock lookingUp = new ReentrantLock();
    private final ReentrantLock searching = new ReentrantLock();
    private final ReentrantLock writing = new ReentrantLock();
    private final Connection lookUpConnection;
    private final Connection searchConnection;
    private final Connection writeConnection;
    private final PreparedStatement lookUp;
    private final GoodsSearch search;
    private final GoodsEdition edition;
    private final RecentGoods recent = new RecentGoods();
    private boolean closed;

    private Catalog(String url, Connection first, GoodsEdition edition) throws SQLException {
        this.edition = edition;
        writeConnection = first;
        GoodsTable.create(writeConnection);
        writeConnection.setAutoCommit(false);
        lookUpConnection = connect(url);
        searchConnection = connect(url);
        lookUp = lookUpConnection.prepareStatement(GoodsTable.SELECT + "WHERE code = ?");
        search = new GoodsSearch(searchConnection);
    }

    /** Opens the goods of a data folder, or begins anew where there are none or they are damaged; see the answer. */
    public static CatalogOpening open(Path dataFolder) {
        return new CatalogOpener(dataFolder.resolve(FOLDER), FILE).open();
    }

    /** An empty catalogue that is gone when it is closed. */
    public static Catalog inMemory() {
        try {
            return at("jdbc:h2:mem:goods-" + IN_MEMORY_NUMBER.incrementAndGet(), GoodsEdition.inMemory());
        } catch (SQLException e) {
            throw new CatalogUnreadable(e);
        }
    }

    /** A catalogue on this H2 address, without settings. */
    static Catalog at(String url, GoodsEdition edition) throws SQLException {
        Connection first = connect(url);
        try {
            return new Catalog(url, first, edition);
        } catch (SQLException | RuntimeException | VirtualMachineError e) {
            abandon(first);
            throw e;
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0", "sa", "");
    }

    /**
     * The good a code stands for, on sale or not ({@link Good#active}). A UPC-A is also found as the EAN-13 or GTIN-14
     * that it is, and the other way round.
     */
    public Optional<Good> find(String code) {
        String asked = code.strip().toUpperCase(Locale.ROOT);
        return guarded(lookingUp, () -> {
            Good known = recent.get(asked);
            if (known == null) known = stored(asked);
            if (known != null) recent.put(asked, known);
            return Optional.ofNullable(known);
        });
    }

    private @Nullable Good stored(String code) throws SQLException {
        for (String form :
                Stream.concat(Stream.of(code), Gtin.otherForms(code).stream()).toList()) {
            lookUp.setString(1, form);
            try (ResultSet rows = lookUp.executeQuery()) {
                if (rows.next()) return GoodsTable.good(rows);
            }
        }
        return null;
    }

    /**
     * Goods on sale whose initials begin so, nearest first: {@code cnn} finds 纯牛奶.
     *
     * @param limit at most so many, and never more than {@link #SEARCH_RESULTS_MAX}
     */
    public List<Good> byInitials(String prefix, int limit) {
        String folded = PinyinInitials.folded(prefix.strip());
        if (folded.isEmpty()) return List.of();
        return guarded(searching, () -> search.initials(folded, bounded(limit)));
    }

    /**
     * Goods on sale with this in their Chinese or English name: first those whose name begins so. Walks all goods if few
     * names begin so, about a second for a million: not for the thread that draws.
     *
     * @param limit at most so many, and never more than {@link #SEARCH_RESULTS_MAX}
     */
    public List<Good> byNamePart(String part, int limit) {
        String folded = PinyinInitials.folded(part.strip());
        if (folded.isEmpty()) return List.of();
        return guarded(searching, () -> search.namePart(folded, bounded(limit)));
    }

    /**
     * Goods on sale for whatever a person typed: codes that begin so, then initials, then parts of names. As slow as
     * {@link #byNamePart}.
     *
     * @param limit at most so many, and never more than {@link #SEARCH_RESULTS_MAX}
     */
    public List<Good> search(String typed, int limit) {
        String folded = PinyinInitials.folded(typed.strip());
        if (folded.isEmpty()) return List.of();
        return guarded(searching, () -> search.anything(folded, folded.toUpperCase(Locale.ROOT), bounded(limit)));
    }

    private static int bounded(int limit) {
        return Math.clamp(limit, 0, SEARCH_RESULTS_MAX);
    }

    /** Adds a good, or puts it in the place of the one with its code. Kept on disk when this returns. */
    public EntryAnswer put(Good good) {
        return written(() -> {
            try (GoodsWriter writer = new GoodsWriter(writeConnection)) {
                Good before = writer.stored(good.code());
                if (good.equals(before)) return new EntryAnswer.Unchanged(good);
                writer.write(good, before != null);
                writer.flush();
                return before == null ? new EntryAnswer.Added(good) : new EntryAnswer.Changed(good);
            }
        });
    }

    /** Reads a filled form and puts its good; fields left out or blank stay as they were. */
    public EntryAnswer enter(Map<GoodField, String> fields) {
        return switch (GoodEntry.read(fields)) {
            case GoodEntry.Reading.Refused(GoodProblem problem) -> new EntryAnswer.Refused(problem);
            case GoodEntry.Reading.Read(Draft draft) -> enter(draft);
        };
    }

    /**
     * Adds a good that was scanned and that nobody knows: by the piece, on sale, without a tax rate. Everything is checked
     * as in an import. A good that is known stays as it is. Kept on disk when this returns.
     *
     * <p>An import neither forgets nor overlooks it: goods that are not in the file stay, and where the file names its
     * code, the file's name and price replace what was typed at the counter, and are counted as changed.
     *
     * @param code as scanned
     * @param price yuan as a person writes them
     */
    public AddAnswer add(String code, String name, String price) {
        Map<GoodField, String> form = Map.of(GoodField.CODE, code, GoodField.NAME, name, GoodField.PRICE, price);
        return switch (GoodEntry.read(form)) {
            case GoodEntry.Reading.Refused(GoodProblem problem) -> new AddAnswer.Refused(problem);
            case GoodEntry.Reading.Read(Draft draft) ->
                addUnknown(Good.ofPiece(draft.code(), draft.name(), draft.unitPrice()));
        };
    }

    /** Looked up and written under one lock, so that two counters never add one code twice. */
    private AddAnswer addUnknown(Good good) {
        return written(() -> {
            Optional<Good> known = find(good.code());
            if (known.isPresent()) return new AddAnswer.Known(known.get());
            try (GoodsWriter writer = new GoodsWriter(writeConnection)) {
                writer.write(good, false);
                writer.flush();
                return new AddAnswer.Added(good);
            }
        });
    }

    private EntryAnswer enter(Draft draft) {
        return switch (draft.over(find(draft.code()).orElse(null))) {
            case Draft.Outcome.Flawed(GoodProblem problem) -> new EntryAnswer.Refused(problem);
            case Draft.Outcome.Whole(Good good) -> put(good);
        };
    }

    /**
     * Takes over a file of goods, all of it or nothing. Goods that are not in the file stay; columns that are not in it
     * leave what was there. Look-ups go on meanwhile. About a minute for a million lines: not for a thread that serves.
     */
    public ImportAnswer importCsv(GoodsSource source) {
        CatalogImport run = new CatalogImport(source);
        ImportAnswer checked = run.check();
        if (!(checked instanceof ImportAnswer.Imported)) return checked;
        try {
            return written(() -> run.takeOver(writeConnection));
        } catch (CatalogUnreadable e) {
            return new ImportAnswer.NotSaved();
        }
    }

    /**
     * Writes all goods to a file, in the shape that {@link #importCsv} reads: UTF-8 with byte order mark, commas, CRLF,
     * ordered by code. The file appears whole or not at all.
     *
     * @param headers the language of the headers
     * @return how many goods
     * @throws IOException if the file cannot be written; its text comes from the system
     */
    public long exportCsv(Path file, Locale headers) throws IOException {
        return CatalogExport.write(file, headers, this::pageAfter);
    }

    private List<Good> pageAfter(String code) {
        return guarded(searching, () -> {
            try (PreparedStatement page = searchConnection.prepareStatement(
                    GoodsTable.SELECT + "WHERE code > ? ORDER BY code LIMIT " + EXPORT_PAGE_ROWS)) {
                page.setString(1, code);
                return GoodsSearch.answers(page);
            }
        });
    }

    /**
     * Puts very many goods as one transaction, without asking what was there; of two with one code the later one stays.
     * Fastest into an empty catalogue.
     *
     * @return how many came
     */
    public long bulkLoad(Iterator<Good> goods) {
        return written(() -> {
            boolean begunEmpty = count(writeConnection) == 0;
            SeenCodes seen = new SeenCodes();
            long loaded = 0;
            try (GoodsWriter writer = new GoodsWriter(writeConnection)) {
                for (; goods.hasNext(); loaded++) {
                    Good good = goods.next();
                    boolean again = seen.firstLine(good.code(), 1) != 0;
                    if (again) writer.flush();
                    writer.write(good, again || !begunEmpty);
                }
                writer.flush();
            }
            return loaded;
        });
    }

    /** How many goods there are, on sale or not. */
    public long count() {
        return guarded(searching, () -> count(searchConnection));
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM goods")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Reads the first goods, to learn whether they can be read and are the latest. */
    void readSome() throws SQLException {
        if (edition.isOutdated(writeConnection)) throw new SQLException("the goods are older than noted beside them");
        try (PreparedStatement some =
                searchConnection.prepareStatement(GoodsTable.SELECT + "ORDER BY code LIMIT " + OPENING_ROWS_READ_MAX)) {
            GoodsSearch.answers(some);
        }
    }

    /** Lets go of a database that may be beyond an orderly end. */
    void abandon() {
        abandon(writeConnection);
    }

    private static void abandon(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException e) {
            // It is being given up because it is broken: that it says so again changes nothing.
            return;
        }
    }

    /** Ends the database in order. Further calls do nothing. */
    @Override
    public void close() {
        Stream.of(writing, lookingUp, searching).forEach(ReentrantLock::lock);
        try (Statement statement = closed ? null : writeConnection.createStatement()) {
            if (statement != null) statement.execute("SHUTDOWN");
            closed = true;
        } catch (SQLException e) {
            throw new CatalogUnreadable(e);
        } finally {
            Stream.of(writing, lookingUp, searching).forEach(ReentrantLock::unlock);
        }
    }

    private <T> T written(Work<T> work) {
        return guarded(writing, () -> {
            boolean done = false;
            try {
                T answer = work.run();
                edition.advance(writeConnection);
                writeConnection.commit();
                done = true;
                keepOnDisk();
                return answer;
            } finally {
                if (!done) writeConnection.rollback();
                forgetRecent();
            }
        });
    }

    private void keepOnDisk() throws SQLException {
        try (Statement statement = writeConnection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
        edition.note(writeConnection);
    }

    /** Under the look-up's lock, so that no look-up can put back what it read before the commit. */
    private void forgetRecent() {
        lookingUp.lock();
        try {
            recent.clear();
        } finally {
            lookingUp.unlock();
        }
    }

    private static <T> T guarded(ReentrantLock lock, Work<T> work) {
        lock.lock();
        try {
            return work.run();
        } catch (SQLException e) {
            throw new CatalogUnreadable(e);
        } finally {
            lock.unlock();
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }
}
