package tillbook.journal.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.journal.JournalBrokenException;

class TapeJournalTest {
    private static final TapeOptions OPTIONS = new TapeOptions(64 << 10, 0);
    private final MemoryDisk disk = new MemoryDisk();
    private final List<String> followed = new ArrayList<>();

    @Test
    void whoFollowsHearsOfARecordOnlyAfterItsForceAndWithTheHashOfTheTape() {
        List<ChainHash> hashes = new ArrayList<>();
        Tape tape = open();
        try (TapeJournal journal = new TapeJournal(tape, (sequence, hash, payload) -> {
            followed.add(sequence + text(payload));
            hashes.add(hash);
        })) {
            journal.append(bytes("a"));
            journal.append(bytes("b"));
            assertEquals(List.of(), followed);
            journal.force();
            assertEquals(List.of("1a", "2b"), followed);
            assertEquals(tape.acknowledgedHash(), hashes.getLast());
        }
    }

    @Test
    void whatAFailedForceLeftBehindNeverComesBack() {
        try (TapeJournal journal = journal()) {
            journal.append(bytes("kept"));
            journal.force();
            disk.gate(TapeJournalTest::refuseWrites);
            journal.append(bytes("lost"));
            assertThrows(JournalBrokenException.class, journal::force);
            assertFalse(journal.recover());
            disk.gate((operation, name) -> {});
            assertTrue(journal.recover());
            assertEquals(2, journal.append(bytes("instead")));
            journal.force();
        }
        assertEquals(List.of("1kept", "2instead"), followed);
        assertEquals(List.of("1kept", "2instead"), reread());
    }

    @Test
    void aForceThatFailsOnceLosesNothingAndNeedsNoRecovery() {
        try (TapeJournal journal = journal()) {
            journal.append(bytes("a"));
            journal.force();
            boolean[] failed = {false};
            disk.gate((operation, name) -> {
                if (operation != MemoryDisk.Operation.FORCE || failed[0]) return;
                failed[0] = true;
                throw new IOException("Input/output error");
            });
            journal.append(bytes("b"));
            journal.force();
        }
        assertEquals(List.of("1a", "2b"), reread());
    }

    private List<String> reread() {
        List<String> found = new ArrayList<>();
        TapeReader.whileClosed(disk, 0).read(1, (sequence, hash, payload) -> found.add(sequence + text(payload)));
        return found;
    }

    private TapeJournal journal() {
        return new TapeJournal(open(), (sequence, hash, payload) -> followed.add(sequence + text(payload)));
    }

    private Tape open() {
        return assertInstanceOf(Opening.Opened.class, Tape.open(disk, OPTIONS, through -> bytes("state")))
                .tape();
    }

    private static void refuseWrites(MemoryDisk.Operation operation, String name) throws IOException {
        boolean writes = switch (operation) {
            case CREATE, WRITE, FORCE, RENAME -> true;
            case LIST, OPEN, READ, DELETE, SYNC_DIRECTORY -> false;
        };
        if (writes) throw new IOException("Input/output error");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] payload) {
        return new String(payload, StandardCharsets.UTF_8);
    }
}
