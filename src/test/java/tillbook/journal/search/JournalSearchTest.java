package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalSearchTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private JournalSearch search;

    @BeforeEach
    void create() throws SQLException {
        search = JournalSearch.create(folder.resolve("journal.mv.db"));
    }

    @AfterEach
    void close() {
        search.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void daysOfSalesInBatchesOfAnySizeAgreeWithAModel(long seed) {
        ListedTape tape = ListedTape.of(seed, 80);
        applyInBatchesOfAnySize(search, tape, new Random(seed));
        Agreement.of(search, tape);
    }

    private static void applyInBatchesOfAnySize(JournalSearch to, ListedTape tape, Random chance) {
        List<TapeRecord> records = tape.records();
        for (int from = 0; from < records.size(); ) {
            int end = Math.min(records.size(), from + 1 + chance.nextInt(chance.nextBoolean() ? 3 : 60));
            assertEquals(new Applying.Done(end, end - from), to.apply(records.subList(from, end)));
            from = end;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 30, 1_000_000})
    void aCopyThatIsFilledFirstAgreesWhetherItsNumbersFitInMemoryOrNot(int numbers) throws SQLException {
        ListedTape tape = ListedTape.of(11, 80);
        JournalSearch filled = JournalSearch.createToFill(folder.resolve("filled.mv.db"), numbers);
        applyInBatchesOfAnySize(filled, tape, new Random(numbers));
        filled.completeIndexes();
        Agreement.of(filled, tape);
        filled.close();
    }

    @Test
    void recordsThatComeAgainAreSkipped() {
        ListedTape tape = ListedTape.of(6, 20);
        List<TapeRecord> records = tape.records();
        search.apply(records.subList(0, 50));
        assertEquals(new Applying.Done(50, 0), search.apply(records.subList(10, 50)));
        assertEquals(new Applying.Done(60, 10), search.apply(records.subList(40, 60)));
        search.apply(records);
        Agreement.of(search, tape);
    }

    @Test
    void aGapIsRefusedAndNothingOfTheBatchApplied() {
        List<TapeRecord> records = ListedTape.of(6, 20).records();
        search.apply(records.subList(0, 10));
        assertEquals(new Applying.Gap(11, 12), search.apply(records.subList(11, 20)));
        assertEquals(new Applying.Gap(12, 13), search.apply(List.of(records.get(10), records.get(12))));
        assertEquals(10, search.applied());
    }

    @Test
    void anotherTapeUnderTheSameNumberIsRefused() {
        search.apply(ListedTape.of(6, 5).records().subList(0, 10));
        assertEquals(
                new Applying.ChainDiffers(10),
                search.apply(ListedTape.of(7, 5).records().subList(5, 20)));
    }

    @Test
    void whatCannotBeReadIsKeptAndStopsNothing() {
        ListedTape tape = ListedTape.of(8, 10);
        tape.append("{\"type\":\"refund-begun\",\"v\":7,\"stamp\":{\"new\":1}}".getBytes(StandardCharsets.UTF_8));
        tape.append(new byte[] {1, 2, 3});
        tape.append("{\"type\":\"sale-released\",\"v\":1}".getBytes(StandardCharsets.UTF_8));
        search.apply(tape.records());
        Agreement.of(search, tape);
        assertEquals(3, search.candidate(search.applied() - 1).orElseThrow().length);
    }

    @Test
    void theSameTapeTwiceGivesTheSameHash() {
        ListedTape tape = ListedTape.of(9, 10);
        search.apply(tape.records());
        assertEquals(java.util.HexFormat.of().formatHex(tape.records().getLast().hash()), search.appliedHash());
        assertTrue(search.candidate(search.applied() + 1).isEmpty());
    }

    @Test
    void aDifferenceToTheTapeNamesItsRecord() {
        search.apply(ListedTape.of(10, 10).records());
        ListedTape other = new ListedTape();
        List<TapeRecord> records = ListedTape.of(10, 10).records();
        for (int i = 0; i < records.size(); i++) {
            other.append(i == 22 ? new byte[] {9} : records.get(i).payload());
        }
        assertEquals(new Verification.EventDiffers(23), search.verify(other));
        assertInstanceOf(Verification.EventDiffers.class, search.verify(new ListedTape()));
    }
}
