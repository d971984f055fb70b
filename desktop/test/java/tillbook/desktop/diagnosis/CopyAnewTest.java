package tillbook.desktop.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.cause.Mend;
import tillbook.journal.search.Making;
import tillbook.journal.search.Remade;
import tillbook.journal.search.SearchProblem;

/** How long a copy is waited for; the test is the copy, and the time. */
class CopyAnewTest {
    private static final MendResult DONE = new MendResult.Done(Mend.REBUILD_COPY);
    private static final MendResult STILL_WRONG = new MendResult.StillWrong(Mend.REBUILD_COPY, "SYS-JOURNAL");

    private static final long RECORDS = 4_000_000;

    @Test
    void theCopyOfALargeShopIsWaitedForAsLongAsItGrows() {
        Copy copy = new Copy(RECORDS, RECORDS / 39, new Remade.Done());
        assertEquals(DONE, copy.mend());
        assertTrue(copy.seconds() >= 39, copy.seconds() + " s");
    }

    @Test
    void theIndexesAtItsEndAreWaitedForToo() {
        Copy copy = new Copy(RECORDS, RECORDS, new Remade.Done());
        copy.indexesS = CopyAnew.STANDS_STILL_S - 10;
        assertEquals(DONE, copy.mend());
    }

    @Test
    void oneThatStandsStillIsGivenUp() {
        Copy copy = new Copy(RECORDS, 0, new Remade.Done());
        assertEquals(STILL_WRONG, copy.mend());
        assertTrue(Math.abs(CopyAnew.STANDS_STILL_S - copy.seconds()) <= 1, copy.seconds() + " s");
    }

    @Test
    void nothingIsWaitedForWithoutEnd() {
        Copy copy = new Copy(RECORDS, 1, new Remade.Done());
        assertEquals(STILL_WRONG, copy.mend());
        assertTrue(Math.abs(CopyAnew.WITHIN_S - copy.seconds()) <= 1, copy.seconds() + " s");
    }

    @Test
    void oneThatCannotBeMadeIsSaidAtOnce() {
        Copy copy = new Copy(0, 1, new Remade.Failed(new SearchProblem.DiskFull()));
        assertEquals(STILL_WRONG, copy.mend());
        assertTrue(copy.seconds() < 2, copy.seconds() + " s");
    }

    @Test
    void whoLeavesDoesNotWait() {
        Copy copy = new Copy(RECORDS, 1, new Remade.Done());
        Thread.currentThread().interrupt();
        assertEquals(STILL_WRONG, copy.mend());
        assertTrue(Thread.interrupted(), "the thread still knows that it was interrupted");
    }

    /** A copy that grows so many records a second and then ends in some way. */
    private static final class Copy implements CopyAnew.Copy {
        private final long records;
        private final long aSecond;
        private final Remade end;
        private long indexesS;
        private long nanos;
        private boolean asked;

        Copy(long records, long aSecond, Remade end) {
            this.records = records;
            this.aSecond = aSecond;
            this.end = end;
        }

        MendResult mend() {
            return new CopyAnew(this, () -> nanos).mend();
        }

        long seconds() {
            return Duration.ofNanos(nanos).toSeconds();
        }

        @Override
        public void rebuild() {
            asked = true;
        }

        @Override
        public Optional<Making> making() {
            return Optional.of(new Making(Math.min(records, seconds() * aSecond), records));
        }

        @Override
        public Remade awaitRemade(Duration timeout) throws InterruptedException {
            assertTrue(asked, "it is asked for first");
            if (Thread.interrupted()) throw new InterruptedException();
            nanos += timeout.toNanos();
            boolean over = Math.max(0, seconds() - indexesS) * aSecond >= records;
            return over ? end : new Remade.NotYet();
        }
    }
}
