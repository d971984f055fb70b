package tillbook.journal.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tillbook.journal.tape.ChainHash;

/**
 * Opens the searchable copy, whatever state its file is in: the tape is the truth, so a file that is missing, torn,
 * changed, of another register or of another version is made anew from it. The new one grows beside the old one, which
 * is renamed aside only when the new one has proved itself, and is kept.
 *
 * <p>Stateless; the calls for one file come from one thread.
 */
public final class SearchJournalFile {
    /** So many old files are kept aside; the oldest goes first. */
    public static final int ASIDES_MAX = 3;

    /** In nobody's language. */
    private static final byte[] STRANGE = "{}".getBytes(StandardCharsets.UTF_8);

    private SearchJournalFile() {}

    /**
     * Opens the file and brings it to the tape's last acknowledged record.
     *
     * @param file ends with {@code .mv.db}; its folder exists
     */
    public static Opened open(Path file, TapeSource tape) {
        return open(file, tape, _ -> {});
    }

    /** The same; whoever watches hears how far a copy has come that is made anew. */
    static Opened open(Path file, TapeSource tape, Consumer<Making> watch) {
        if (!Files.exists(file)) return rebuild(file, tape, Rebuilt.Why.MISSING, watch);
        return switch (inspect(file, tape)) {
            case Found.Good(JournalSearch search) -> catchUp(file, tape, search, watch);
            case Found.Bad(Rebuilt.Why why) -> rebuild(file, tape, why, watch);
            case Found.Ahead(long applied) -> new Opened.AheadOfTape(applied, tape.acknowledgedThrough());
            case Found.NotNow(SearchProblem problem) -> new Opened.Failed(problem);
        };
    }

    /** Makes the copy anew although nothing speaks against the old one. */
    public static Opened rebuild(Path file, TapeSource tape) {
        return rebuild(file, tape, _ -> {});
    }

    /** The same; whoever watches hears how far it has come. */
    static Opened rebuild(Path file, TapeSource tape, Consumer<Making> watch) {
        return rebuild(file, tape, Rebuilt.Why.ASKED, watch);
    }

    /**
     * Puts records into a copy that stand on no tape, as they do after a tape was put back from an older backup: the copy
     * is of no use until it is made anew. Something to practise on, for a file that nobody has open.
     *
     * @param records so many; once the tape has grown past them, the copy is made anew by itself
     * @return what was in the way, empty if it was done
     */
    public static Optional<SearchProblem> putAhead(Path file, int records) {
        try (Connection connection = H2.open(file)) {
            JournalSearch search = JournalSearch.open(file, connection);
            long last = search.applied();
            List<TapeRecord> strange = LongStream.rangeClosed(last + 1, last + records)
                    .mapToObj(sequence -> new TapeRecord(sequence, new byte[ChainHash.BYTES], STRANGE))
                    .toList();
            search.apply(strange);
            search.close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(SearchProblem.of(e));
        } catch (JournalSearchException e) {
            return Optional.of(e.problem());
        }
    }

    private sealed interface Found {
        record Good(JournalSearch search) implements Found {}

        record Bad(Rebuilt.Why why) implements Found {}

        record Ahead(long applied) implements Found {}

        record NotNow(SearchProblem problem) implements Found {}
    }

    private static Found inspect(Path file, TapeSource tape) {
        Connection connection;
        try {
            connection = H2.open(file);
        } catch (SQLException e) {
            SearchProblem problem = SearchProblem.of(e);
            return problem instanceof SearchProblem.InUse
                    ? new Found.NotNow(problem)
                    : new Found.Bad(Rebuilt.Why.UNREADABLE);
        } catch (RuntimeException | VirtualMachineError e) {
            // A damaged length can ask for any amount of memory, and damaged references can go round in circles.
            return new Found.Bad(Rebuilt.Why.UNREADABLE);
        }
        Found found = inspect(file, tape, connection);
        if (!(found instanceof Found.Good)) H2.shutdownImmediately(connection);
        return found;
    }

    private static Found inspect(Path file, TapeSource tape, Connection connection) {
        try {
            Rebuilt.Why why = strange(connection);
            if (why != null) return new Found.Bad(why);
            Meta meta = Meta.read(connection);
            if (!Consistency.holds(connection, meta)) return new Found.Bad(Rebuilt.Why.INCONSISTENT);
            long applied = meta.applied().sequence();
            if (applied > tape.acknowledgedThrough()) return new Found.Ahead(applied);
            Found.@Nullable Bad bad = bad(new Verifier(connection, tape).atOpening());
            return bad != null ? bad : new Found.Good(JournalSearch.open(file, connection));
        } catch (UncheckedIOException e) {
            return new Found.NotNow(new SearchProblem.TapeUnreadable());
        } catch (SQLException | RuntimeException | VirtualMachineError e) {
            return new Found.Bad(Rebuilt.Why.UNREADABLE);
        }
    }

    private static Rebuilt.@Nullable Why strange(Connection connection) throws SQLException {
        try (var tables = connection.getMetaData().getTables(null, "PUBLIC", "META", null)) {
            if (!tables.next()) return Rebuilt.Why.EMPTY;
        }
        int version = Meta.read(connection).version();
        if (version < Schema.VERSION) return Rebuilt.Why.OLDER_SCHEMA;
        return version > Schema.VERSION ? Rebuilt.Why.NEWER_SCHEMA : null;
    }

    private static Found.@Nullable Bad bad(Verification verification) {
        return switch (verification) {
            case Verification.Whole _ -> null;
            case Verification.EventDiffers _ -> new Found.Bad(Rebuilt.Why.DIFFERS);
            case Verification.TableDiffers _ -> new Found.Bad(Rebuilt.Why.INCONSISTENT);
            case Verification.Unreadable _ -> new Found.Bad(Rebuilt.Why.UNREADABLE);
        };
    }

    private static Opened catchUp(Path file, TapeSource tape, JournalSearch search, Consumer<Making> watch) {
        long before = search.applied();
        try {
            SearchProblem problem = follow(search, tape);
            if (problem instanceof SearchProblem.ChainDiffers) {
                search.abandon();
                return rebuild(file, tape, Rebuilt.Why.DIFFERS, watch);
            }
            if (problem != null) return failed(search, problem);
        } catch (JournalSearchException e) {
            return failed(search, e.problem());
        } catch (UncheckedIOException e) {
            return failed(search, new SearchProblem.TapeUnreadable());
        }
        long records = search.applied() - before;
        return records == 0 ? new Opened.Ready(search) : new Opened.CaughtUp(search, records);
    }

    private static Opened failed(JournalSearch search, SearchProblem problem) {
        search.abandon();
        return new Opened.Failed(problem);
    }

    /** Applies what the tape has and the copy has not. Null if that went well. */
    static @Nullable SearchProblem follow(JournalSearch search, TapeSource tape) {
        return follow(search, tape, () -> {});
    }

    private static @Nullable SearchProblem follow(JournalSearch search, TapeSource tape, Runnable applied) {
        return ReadAhead.through(tape, Math.max(1, search.applied()), batch -> {
            SearchProblem problem = problemOf(search.applyDecoded(batch));
            applied.run();
            return problem;
        });
    }

    private static @Nullable SearchProblem problemOf(Applying applying) {
        return switch (applying) {
            case Applying.Done _ -> null;
            case Applying.Gap(long expected, long found) -> new SearchProblem.TapeGap(expected, found);
            case Applying.ChainDiffers(long sequence) -> new SearchProblem.ChainDiffers(sequence);
        };
    }

    private static Opened rebuild(Path file, TapeSource tape, Rebuilt.Why why, Consumer<Making> watch) {
        Path fresh = beside(file, ".rebuild");
        try {
            Files.deleteIfExists(fresh);
            SearchProblem problem = build(fresh, tape, watch);
            if (problem != null) return new Opened.Failed(problem);
            Path aside = moveAside(file);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            JournalSearch search = JournalSearch.open(file, H2.open(file));
            return new Rebuilt(search, why, search.applied(), aside);
        } catch (IOException e) {
            return new Opened.Failed(new SearchProblem.FileFailed(String.valueOf(e.getMessage())));
        } catch (UncheckedIOException e) {
            return new Opened.Failed(new SearchProblem.TapeUnreadable());
        } catch (SQLException e) {
            return new Opened.Failed(SearchProblem.of(e));
        } catch (JournalSearchException e) {
            return new Opened.Failed(e.problem());
        }
    }

    /** A whole copy in a new file, verified and closed. */
    private static @Nullable SearchProblem build(Path fresh, TapeSource tape, Consumer<Making> watch)
            throws SQLException {
        JournalSearch search = JournalSearch.createToFill(fresh, Numbers.MOST);
        try {
            long wanted = tape.acknowledgedThrough();
            SearchProblem problem = follow(
                    search, tape, () -> watch.accept(new Making(search.applied(), Math.max(wanted, search.applied()))));
            if (problem == null) search.completeIndexes();
            if (problem == null) problem = prove(fresh, tape, wanted);
            if (problem == null) search.close();
            else search.abandon();
            return problem;
        } catch (SQLException | RuntimeException | VirtualMachineError e) {
            search.abandon();
            throw e;
        }
    }

    private static @Nullable SearchProblem prove(Path fresh, TapeSource tape, long wanted) throws SQLException {
        try (Connection connection = H2.open(fresh)) {
            Meta meta = Meta.read(connection);
            boolean sound = Consistency.holds(connection, meta)
                    && meta.applied().sequence() >= wanted
                    && new Verifier(connection, tape).atOpening() instanceof Verification.Whole;
            return sound ? null : new SearchProblem.Damaged();
        }
    }

    private static @Nullable Path moveAside(Path file) throws IOException {
        if (!Files.exists(file)) return null;
        List<Path> asides = asides(file);
        for (int i = 0; i <= asides.size() - ASIDES_MAX; i++) Files.deleteIfExists(asides.get(i));
        int number = asides.isEmpty() ? 1 : numberOf(asides.getLast()) + 1;
        Path aside = beside(file, ASIDE + String.format("%06d", number));
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        return aside;
    }

    private static final String ASIDE = ".aside-";

    /** The old files kept beside this one, oldest first. */
    static List<Path> asides(Path file) throws IOException {
        String prefix = stem(file) + ASIDE;
        try (Stream<Path> all = Files.list(file.toAbsolutePath().getParent())) {
            return all.filter(path -> name(path)
                            .matches(java.util.regex.Pattern.quote(prefix) + "\\d{6}"
                                    + java.util.regex.Pattern.quote(H2.SUFFIX)))
                    .sorted()
                    .toList();
        }
    }

    private static int numberOf(Path aside) {
        String stem = stem(aside);
        return Integer.parseInt(stem.substring(stem.length() - 6));
    }

    private static Path beside(Path file, String word) {
        return file.resolveSibling(stem(file) + word + H2.SUFFIX);
    }

    private static String stem(Path file) {
        String name = name(file);
        if (!name.endsWith(H2.SUFFIX)) throw new IllegalArgumentException("the file's name ends with .mv.db: " + file);
        return name.substring(0, name.length() - H2.SUFFIX.length());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
