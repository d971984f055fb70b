package tillbook.diagnosis.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import tillbook.diagnosis.cause.Finding;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.DiskProbe;

/** How slow a disk is, by as few writes as tell it. */
class DiskCheckTest {
    private static final Path FOLDER = Path.of("data");

    @Test
    void aQuickWriteTellsAtOnceThatTheDiskIsQuick() {
        var disk = new Writes(1L, 9_999L);
        assertEquals(List.of(), new DiskCheck(disk).answer().findings());
        assertEquals(1, disk.takesMs.size());
    }

    @Test
    void oneBusyMomentIsNoSlowDisk() {
        assertEquals(
                List.of(), new DiskCheck(new Writes(900L, 800L, 3L)).answer().findings());
    }

    @Test
    void theQuickestOfSeveralIsSaid() {
        assertEquals(
                List.of(new Finding(Sign.DISK_SLOW, 700, "data")),
                new DiskCheck(new Writes(900L, 700L, 800L)).answer().findings());
    }

    /** Whoever waits that long for every step of a sale has a slow disk, and not a check that says nothing. */
    @Test
    void aWriteThatIsNotDurableByTheDeadlineIsSlow() {
        CheckAnswer late = new DiskCheck(new Writes()).overdue();
        assertEquals(Verdict.NEEDS_PERSON, late.verdict());
        assertEquals(List.of(new Finding(Sign.DISK_SLOW, Check.DEADLINE_MS, "data")), late.findings());
    }

    /** Takes as long as it is told, one write after the other. */
    private static final class Writes implements DiskProbe {
        private final Deque<Long> takesMs;

        Writes(Long... takesMs) {
            this.takesMs = new ArrayDeque<>(List.of(takesMs));
        }

        @Override
        public Path folder() {
            return FOLDER;
        }

        @Override
        public long usableBytes() {
            return 1L << 40;
        }

        @Override
        public long writeMs() {
            return takesMs.remove();
        }
    }
}
