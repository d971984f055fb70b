package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchJournalFileTest {
    @TempDir
    Path folder;

    @Test
    void aMissingFileIsMadeFromTheTape() {
        ListedTape tape = ListedTape.of(1, 50);
        Path file = folder.resolve("journal.mv.db");
        Rebuilt rebuilt = assertInstanceOf(Rebuilt.class, SearchJournalFile.open(file, tape));
        assertEquals(Rebuilt.Why.MISSING, rebuilt.why());
        assertEquals(tape.acknowledgedThrough(), rebuilt.records());
        assertInstanceOf(Verification.Whole.class, rebuilt.search().verify(tape));
        assertEquals(50, rebuilt.search().find(JournalQuery.newest(100)).total());
        rebuilt.search().close();
        Opened.Ready ready = assertInstanceOf(Opened.Ready.class, SearchJournalFile.open(file, tape));
        ready.search().close();
    }
}
