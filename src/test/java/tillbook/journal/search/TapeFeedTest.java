package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.journal.GeneratedDay;
import tillbook.journal.tape.Opening;
import tillbook.journal.tape.RealDisk;
import tillbook.journal.tape.Tape;
import tillbook.journal.tape.TapeDisk;
import tillbook.journal.tape.TapeOptions;

class TapeFeedTest {
    private static final int SMALL_SEGMENT_BYTES = 64 << 10;

    @TempDir
    Path folder;

    @Test
    void aCopyIsMadeFromARealTapeOfManySegments() throws java.io.IOException {
        TapeDisk disk = RealDisk.at(java.nio.file.Files.createDirectory(folder.resolve("tape")));
        byte[] snapshot = "{}".getBytes(StandardCharsets.UTF_8);
        Opening.Opened opened = assertInstanceOf(
                Opening.Opened.class, Tape.open(disk, new TapeOptions(SMALL_SEGMENT_BYTES, 0), _ -> snapshot));
        try (Tape tape = opened.tape()) {
            List<byte[]> payloads = GeneratedDay.payloads(31, 100);
            for (byte[] payload : payloads) {
                tape.append(payload);
                tape.force();
            }
            TapeFeed feed = new TapeFeed(disk, tape::acknowledgedThrough);
            Rebuilt rebuilt =
                    assertInstanceOf(Rebuilt.class, SearchJournalFile.open(folder.resolve("journal.mv.db"), feed));
            assertEquals(payloads.size(), rebuilt.records());
            assertInstanceOf(Verification.Whole.class, rebuilt.search().verify(feed));
            assertEquals(tape.acknowledgedHash().toString(), rebuilt.search().appliedHash());
            List<TapeRecord> one = new ArrayList<>();
            feed.read(50, record -> {
                one.add(record);
                return false;
            });
            assertEquals(50, one.getFirst().sequence());
            assertArrayEquals(payloads.get(49), one.getFirst().payload());
            assertEquals(1, one.size());
            rebuilt.search().close();
        }
    }
}
