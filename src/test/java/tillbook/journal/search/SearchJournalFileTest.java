package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchJournalFileTest {
    private static final long SEED = 20_260_105;

    @TempDir
    Path folder;

    private Path file = Path.of("journal.mv.db");

    @BeforeEach
    void placeTheFile() {
        file = folder.resolve("journal.mv.db");
    }

    private static JournalSearch searchOf(Opened opened) {
        return switch (opened) {
            case Opened.Ready(JournalSearch search) -> search;
            case Opened.CaughtUp(JournalSearch search, long _) -> search;
            case Rebuilt rebuilt -> rebuilt.search();
            case Opened.AheadOfTape ahead -> throw new AssertionError(ahead.toString());
            case Opened.Failed failed -> throw new AssertionError(failed.toString());
        };
    }

    private void makeCopy(ListedTape tape) {
        searchOf(SearchJournalFile.open(file, tape)).close();
    }

    private void expectAgreementAfterOpening(ListedTape tape) {
        JournalSearch search = searchOf(SearchJournalFile.open(file, tape));
        Agreement.of(search, tape);
        search.close();
    }

    private Rebuilt expectRebuilt(ListedTape tape, Rebuilt.Why why) {
        Rebuilt rebuilt = assertInstanceOf(Rebuilt.class, SearchJournalFile.open(file, tape));
        assertEquals(why, rebuilt.why());
        Agreement.of(rebuilt.search(), tape);
        rebuilt.search().close();
        return rebuilt;
    }

    @Test
    void aMissingFileIsMadeFromTheTape() {
        ListedTape tape = ListedTape.of(SEED, 120);
        assertNull(expectRebuilt(tape, Rebuilt.Why.MISSING).keptAside());
        Opened.Ready ready = assertInstanceOf(Opened.Ready.class, SearchJournalFile.open(file, tape));
        ready.search().close();
    }

    @Test
    void anEmptyTapeHasAnEmptyCopy() {
        ListedTape tape = new ListedTape();
        makeCopy(tape);
        expectAgreementAfterOpening(tape);
    }

    @Test
    void anEmptyFileIsKeptAsideAndMadeAnew() throws IOException {
        Files.createFile(file);
        Path aside = expectRebuilt(ListedTape.of(SEED, 10), Rebuilt.Why.EMPTY).keptAside();
        assertTrue(aside != null && Files.exists(aside));
    }

    @Test
    void aDatabaseWithoutOurTablesIsMadeAnew() throws SQLException {
        H2.shutdown(H2.create(file));
        expectRebuilt(ListedTape.of(SEED, 10), Rebuilt.Why.EMPTY);
    }

    @Test
    void aFileThatIsNoDatabaseIsMadeAnewAndKeptAsItWas() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(SEED).nextBytes(noise);
        Files.write(file, noise);
        Path aside =
                expectRebuilt(ListedTape.of(SEED, 10), Rebuilt.Why.UNREADABLE).keptAside();
        assertTrue(aside != null && aside.getFileName().toString().contains("aside"));
    }

    @Test
    void aCopyThatIsBehindFollows() {
        ListedTape tape = ListedTape.of(SEED, 60);
        makeCopy(tape.showing(100));
        tape.showing(Long.MAX_VALUE);
        Opened.CaughtUp caughtUp = assertInstanceOf(Opened.CaughtUp.class, SearchJournalFile.open(file, tape));
        assertEquals(tape.acknowledgedThrough() - 100, caughtUp.records());
        Agreement.of(caughtUp.search(), tape);
        caughtUp.search().close();
    }

    @Test
    void aCopyAheadOfTheTapeIsLeftAloneAsItsWitness() throws IOException {
        ListedTape tape = ListedTape.of(SEED, 30);
        makeCopy(tape);
        long all = tape.acknowledgedThrough();
        Opened opened = SearchJournalFile.open(file, tape.showing(all - 7));
        assertEquals(new Opened.AheadOfTape(all, all - 7), opened);
        assertEquals(List.of(), SearchJournalFile.asides(file));
        try (SearchWitness witness = SearchWitness.open(file).orElseThrow()) {
            assertEquals(all, witness.applied());
            TapeRecord lost = tape.records().getLast();
            TapeRecord remembered = witness.record(all).orElseThrow();
            assertArrayEquals(lost.payload(), remembered.payload());
            assertArrayEquals(lost.hash(), remembered.hash());
        }
        tape.showing(Long.MAX_VALUE);
        expectAgreementAfterOpening(tape);
    }

    @Test
    void aFileOfAnotherRegisterIsKeptAsideAndMadeAnew() {
        makeCopy(ListedTape.ofOtherRegister(SEED, 10));
        expectRebuilt(ListedTape.of(SEED, 40), Rebuilt.Why.DIFFERS);
    }

    @Test
    void anOlderAndANewerSchemaAreMadeAnew() throws SQLException {
        ListedTape tape = ListedTape.of(SEED, 10);
        makeCopy(tape);
        tamper("UPDATE meta SET version = version - 1");
        expectRebuilt(tape, Rebuilt.Why.OLDER_SCHEMA);
        tamper("UPDATE meta SET version = version + 1");
        expectRebuilt(tape, Rebuilt.Why.NEWER_SCHEMA);
    }

    @Test
    void whatWasChangedWithSqlIsFound() throws SQLException {
        ListedTape tape = ListedTape.of(SEED, 30);
        makeCopy(tape);
        for (String change : List.of(
                "UPDATE sale SET amount = amount + 1 WHERE id = (SELECT MIN(id) FROM sale)",
                "UPDATE attempt SET state = 'PAID' WHERE id = (SELECT MIN(id) FROM attempt WHERE state <> 'PAID')",
                "DELETE FROM tender WHERE id = (SELECT MAX(id) FROM tender)",
                "UPDATE sale_line SET name = 'x' WHERE id = (SELECT MIN(id) FROM sale_line)",
                "DELETE FROM sale WHERE id = (SELECT MAX(id) FROM sale)",
                "UPDATE event SET payload = X'00' WHERE sequence = 5",
                "UPDATE event SET hash = X'" + "11".repeat(32) + "' WHERE sequence = 6",
                "DELETE FROM event WHERE sequence = 7",
                "UPDATE meta SET sequence = sequence - 1",
                "UPDATE meta SET sequence = sequence + 9",
                "DELETE FROM meta")) {
            tamper(change);
            Rebuilt rebuilt = assertInstanceOf(Rebuilt.class, SearchJournalFile.open(file, tape), change);
            Agreement.of(rebuilt.search(), tape);
            rebuilt.search().close();
        }
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = H2.open(file);
                var statement = connection.createStatement()) {
            statement.execute(sql);
            connection.commit();
            H2.shutdown(connection);
        }
    }

    @Test
    void aCopyThatLacksAnIndexIsMadeAnew() throws SQLException {
        ListedTape tape = ListedTape.of(SEED, 10);
        for (IndexCheck index : IndexCheck.ALL) {
            makeCopy(tape);
            tamper("DROP INDEX " + index.name());
            expectRebuilt(tape, Rebuilt.Why.INCONSISTENT);
        }
    }

    @Test
    void aCopyLeftBeforeItsIndexesWereMadeIsNeverTakenForWhole() throws SQLException {
        ListedTape tape = ListedTape.of(SEED, 30);
        leaveUnfinished(file, tape);
        expectRebuilt(tape, Rebuilt.Why.INCONSISTENT);
    }

    @Test
    void aHalfCopyLeftBesideIsNoHindrance() throws SQLException {
        ListedTape tape = ListedTape.of(SEED, 30);
        leaveUnfinished(folder.resolve("journal.rebuild.mv.db"), tape);
        expectRebuilt(tape, Rebuilt.Why.MISSING);
        assertFalse(Files.exists(folder.resolve("journal.rebuild.mv.db")));
    }

    private static void leaveUnfinished(Path at, ListedTape tape) throws SQLException {
        JournalSearch unfinished = JournalSearch.createToFill(at, Numbers.MOST);
        unfinished.apply(tape.records());
        unfinished.close();
    }

    @Test
    void atMostSomeOldFilesAreKeptTheOldestGoesFirst() throws IOException {
        ListedTape tape = ListedTape.of(SEED, 3);
        for (int i = 0; i < SearchJournalFile.ASIDES_MAX + 2; i++) {
            Files.write(file, ("broken " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            makeCopy(tape);
        }
        List<Path> asides = SearchJournalFile.asides(file);
        assertEquals(SearchJournalFile.ASIDES_MAX, asides.size());
        assertEquals("broken 4", Files.readString(asides.getLast()));
        assertEquals("broken 2", Files.readString(asides.getFirst()));
    }

    @Test
    void aFileCutAnywhereEndsInAgreement() throws IOException {
        ListedTape tape = ListedTape.of(SEED, 40);
        makeCopy(tape);
        byte[] whole = Files.readAllBytes(file);
        Random chance = new Random(SEED);
        for (int i = 0; i < 12; i++) {
            int length = chance.nextInt(whole.length);
            Files.write(file, Arrays.copyOf(whole, length));
            expectAgreementAfter("cut to " + length, tape);
        }
    }

    @Test
    void flippedBitsEndInAgreement() throws IOException {
        ListedTape tape = ListedTape.of(SEED, 40);
        makeCopy(tape);
        byte[] whole = Files.readAllBytes(file);
        Random chance = new Random(SEED);
        for (int i = 0; i < 25; i++) {
            byte[] hurt = whole.clone();
            int at = chance.nextInt(hurt.length);
            hurt[at] ^= (byte) (1 << chance.nextInt(8));
            Files.write(file, hurt);
            expectAgreementAfter("bit at " + at, tape);
        }
    }

    @Test
    void overwrittenBlocksEndInAgreement() throws IOException {
        ListedTape tape = ListedTape.of(SEED, 40);
        makeCopy(tape);
        byte[] whole = Files.readAllBytes(file);
        Random chance = new Random(SEED + 1);
        for (int i = 0; i < 10; i++) {
            byte[] hurt = whole.clone();
            int block = chance.nextInt(hurt.length / 512) * 512;
            boolean zeros = chance.nextBoolean();
            for (int at = block; at < block + 512; at++) hurt[at] = (byte) (zeros ? 0 : chance.nextInt());
            Files.write(file, hurt);
            expectAgreementAfter("block at " + block, tape);
        }
    }

    private void expectAgreementAfter(String what, ListedTape tape) {
        try {
            expectAgreementAfterOpening(tape);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(what + ", seed " + SEED, e);
        }
    }

    @Test
    void aWriterThatDiedInTheMiddleIsCaughtUp() {
        ListedTape tape = ListedTape.of(SEED, 60);
        List<TapeRecord> records = tape.records();
        JournalSearch search = searchOf(SearchJournalFile.open(file, tape.showing(0)));
        search.apply(records.subList(0, 150));
        search.apply(records.subList(150, 220));
        search.abandon();
        tape.showing(Long.MAX_VALUE);
        expectAgreementAfterOpening(tape);
    }

    @Test
    void aTapeThatCannotBeReadChangesNothing() throws IOException {
        ListedTape tape = ListedTape.of(SEED, 10);
        makeCopy(tape);
        tape.breakReading(true);
        assertEquals(new Opened.Failed(new SearchProblem.TapeUnreadable()), SearchJournalFile.open(file, tape));
        assertEquals(List.of(), SearchJournalFile.asides(file));
        tape.breakReading(false);
        expectAgreementAfterOpening(tape);
    }

    @Test
    void aMissingFileAndAnUnreadableTapeFailWithoutAHalfFile() {
        ListedTape tape = ListedTape.of(SEED, 10);
        tape.breakReading(true);
        assertInstanceOf(Opened.Failed.class, SearchJournalFile.open(file, tape));
        assertFalse(Files.exists(file));
    }
}
