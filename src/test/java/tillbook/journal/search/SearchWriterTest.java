package tillbook.journal.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SearchWriterTest {
    private static final Duration LONG = Duration.ofSeconds(100);
    private static final SearchWriter.Pauses SHORT_PAUSES =
            new SearchWriter.Pauses(Duration.ofMillis(1), Duration.ofMillis(20));

    @TempDir
    Path folder;

    private Path file = Path.of("journal.mv.db");
    private final BlockingQueue<Opened> openings = new LinkedBlockingQueue<>();

    @BeforeEach
    void placeTheFile() {
        file = folder.resolve("journal.mv.db");
    }

    private SearchWriter start(TapeSource tape) {
        return SearchWriter.start(file, tape, SHORT_PAUSES, openings::add);
    }

    private void expectAgreement(SearchWriter writer, ListedTape tape) throws InterruptedException {
        assertTrue(writer.awaitApplied(tape.acknowledgedThrough(), LONG));
        Agreement.of(writer.search().orElseThrow(), tape);
        assertEquals(0, writer.lag());
        assertEquals(Optional.empty(), writer.lastProblem());
    }

    @Test
    void whatIsOfferedIsFoundByWhoWaitsForIt() throws InterruptedException {
        ListedTape whole = ListedTape.of(21, 30);
        ListedTape tape = new ListedTape();
        try (SearchWriter writer = start(tape)) {
            for (TapeRecord record : whole.records()) writer.offer(tape.append(record.payload()));
            expectAgreement(writer, tape);
        }
        assertInstanceOf(Rebuilt.class, openings.take());
        Opened.Ready ready = assertInstanceOf(Opened.Ready.class, SearchJournalFile.open(file, tape));
        ready.search().close();
    }

    @Test
    void moreThanTheQueueHoldsComesFromTheTape() throws InterruptedException {
        ListedTape whole = ListedTape.of(22, SearchWriter.QUEUE_MAX / 5);
        ListedTape tape = new ListedTape();
        CountDownLatch mayRead = new CountDownLatch(1);
        TapeSource slow = new TapeSource() {
            @Override
            public long acknowledgedThrough() {
                awaitUninterruptibly(mayRead);
                return tape.acknowledgedThrough();
            }

            @Override
            public void read(long fromSequence, RecordConsumer consumer) {
                tape.read(fromSequence, consumer);
            }
        };
        assertTrue(whole.records().size() > SearchWriter.QUEUE_MAX);
        try (SearchWriter writer = start(slow)) {
            for (TapeRecord record : whole.records()) writer.offer(tape.append(record.payload()));
            assertEquals(whole.records().size(), writer.lag());
            mayRead.countDown();
            expectAgreement(writer, tape);
        }
    }

    @Test
    void theFileIsLetGoOfForSomebodyElseAndOpenedAgain() throws Exception {
        ListedTape tape = ListedTape.of(24, 20);
        SearchWriter.Pauses endless = new SearchWriter.Pauses(LONG, LONG);
        try (SearchWriter writer = SearchWriter.start(file, tape, endless, openings::add)) {
            expectAgreement(writer, tape);
            assertInstanceOf(Rebuilt.class, openings.take());
            CompletableFuture<FileChannel> taken = new CompletableFuture<>();
            writer.whileClosed(() -> taken.complete(locked()));
            try (FileChannel held = taken.get(LONG.toSeconds(), TimeUnit.SECONDS)) {
                assertEquals(new Opened.Failed(new SearchProblem.InUse()), openings.take());
                awaitProblem(writer, new SearchProblem.InUse());
                assertTrue(held.isOpen());
            }
            // Whoever waits after trouble tries again at once.
            writer.whileClosed(() -> {});
            expectAgreement(writer, tape);
        }
    }

    /** The listener is told before the writer notes it. */
    private static void awaitProblem(SearchWriter writer, SearchProblem problem) {
        while (!writer.lastProblem().equals(Optional.of(problem))) Thread.onSpinWait();
    }

    private FileChannel locked() {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            channel.lock();
            return channel;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCopyThatWasPutAheadIsOfNoUseUntilItIsMadeAnew() throws Exception {
        ListedTape tape = ListedTape.of(25, 20);
        SearchWriter.Pauses endless = new SearchWriter.Pauses(LONG, LONG);
        try (SearchWriter writer = SearchWriter.start(file, tape, endless, openings::add)) {
            expectAgreement(writer, tape);
            assertInstanceOf(Rebuilt.class, openings.take());
            long ahead = tape.acknowledgedThrough() + 7;
            writer.whileClosed(() -> assertEquals(Optional.empty(), SearchJournalFile.putAhead(file, 7)));
            assertEquals(new Opened.AheadOfTape(ahead, tape.acknowledgedThrough()), openings.take());
            writer.rebuild();
            assertInstanceOf(Rebuilt.class, openings.take());
            expectAgreement(writer, tape);
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            assertTrue(latch.await(LONG.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void recordsThatWereNeverOfferedComeFromTheTapeWithTheNext() throws InterruptedException {
        ListedTape whole = ListedTape.of(23, 20);
        ListedTape tape = new ListedTape();
        List<TapeRecord> records = whole.records();
        try (SearchWriter writer = start(tape)) {
            for (TapeRecord record : records.subList(0, 40)) tape.append(record.payload());
            writer.offer(tape.append(records.get(40).payload()));
            expectAgreement(writer, tape);
        }
    }

    @Test
    void troubleIsALagThatEndsByItself() throws InterruptedException {
        ListedTape tape = ListedTape.of(24, 20);
        tape.breakReading(true);
        try (SearchWriter writer = start(tape)) {
            assertEquals(new Opened.Failed(new SearchProblem.TapeUnreadable()), openings.take());
            writer.offer(tape.records().getLast());
            awaitProblem(writer, new SearchProblem.TapeUnreadable());
            assertFalse(writer.awaitApplied(1, Duration.ofMillis(5)));
            assertTrue(writer.lag() > 0);
            assertEquals(Optional.empty(), writer.search());
            tape.breakReading(false);
            expectAgreement(writer, tape);
        }
    }

    @Test
    void aDatabaseThatDiesUnderItIsOpenedAgain() throws InterruptedException {
        ListedTape whole = ListedTape.of(25, 20);
        ListedTape tape = new ListedTape();
        List<TapeRecord> records = whole.records();
        try (SearchWriter writer = start(tape)) {
            for (TapeRecord record : records.subList(0, 60)) writer.offer(tape.append(record.payload()));
            assertTrue(writer.awaitApplied(60, LONG));
            writer.search().orElseThrow().abandon();
            for (TapeRecord record : records.subList(60, records.size())) {
                writer.offer(tape.append(record.payload()));
            }
            expectAgreement(writer, tape);
        }
    }

    @Test
    void anotherProgramInTheFileIsWaitedFor() throws Exception {
        ListedTape tape = ListedTape.of(26, 10);
        start(tape).close();
        openings.clear();
        // Locked before the writer starts, which would be the first otherwise.
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = other.lock();
                SearchWriter writer = start(tape)) {
            writer.offer(tape.records().getLast());
            for (int i = 0; i < 3; i++) {
                assertEquals(new Opened.Failed(new SearchProblem.InUse()), openings.take());
            }
            assertTrue(lock.isValid());
            lock.release();
            expectAgreement(writer, tape);
        }
        assertEquals(List.of(), SearchJournalFile.asides(file));
    }

    @Test
    void aRebuildCanBeAskedFor() throws InterruptedException {
        ListedTape tape = ListedTape.of(27, 20);
        try (SearchWriter writer = start(tape)) {
            assertTrue(writer.awaitApplied(tape.acknowledgedThrough(), LONG));
            openings.clear();
            writer.rebuild();
            Rebuilt rebuilt = assertInstanceOf(Rebuilt.class, openings.take());
            assertEquals(Rebuilt.Why.ASKED, rebuilt.why());
            expectAgreement(writer, tape);
        }
    }

    @Test
    void whoAskedForACopyWaitsForThatOneAndSeesHowFarItIs() throws InterruptedException {
        ListedTape tape = ListedTape.of(29, 300);
        long all = tape.acknowledgedThrough();
        CountDownLatch mayGoOn = new CountDownLatch(1);
        AtomicBoolean stops = new AtomicBoolean();
        TapeSource stopping = new TapeSource() {
            @Override
            public long acknowledgedThrough() {
                return tape.acknowledgedThrough();
            }

            @Override
            public void read(long fromSequence, RecordConsumer consumer) {
                tape.read(fromSequence, record -> {
                    // The last one only: every batch before it is in the copy, or on its way.
                    if (stops.get() && record.sequence() == all) awaitUninterruptibly(mayGoOn);
                    return consumer.accept(record);
                });
            }
        };
        try (SearchWriter writer = start(stopping)) {
            assertTrue(writer.awaitApplied(all, LONG));
            stops.set(true);
            writer.rebuild();
            // The old copy can still be searched in for a moment, and everything can be found in it.
            assertEquals(new Remade.NotYet(), writer.awaitRemade(Duration.ofMillis(50)));
            while (writer.making().isEmpty()) Thread.onSpinWait();
            Making far = writer.making().orElseThrow();
            assertTrue(far.records() > 0 && far.records() < far.of(), far.toString());
            assertEquals(all, far.of());
            mayGoOn.countDown();
            assertEquals(new Remade.Done(), writer.awaitRemade(LONG));
            assertEquals(Optional.empty(), writer.making());
            expectAgreement(writer, tape);
        }
    }

    @Test
    void aCopyThatCannotBeMadeIsNotWaitedForAndMayStillCome() throws InterruptedException {
        ListedTape tape = ListedTape.of(31, 20);
        AtomicBoolean unreadable = new AtomicBoolean();
        TapeSource failing = new TapeSource() {
            @Override
            public long acknowledgedThrough() {
                return tape.acknowledgedThrough();
            }

            @Override
            public void read(long fromSequence, RecordConsumer consumer) {
                if (unreadable.get()) throw new UncheckedIOException(new IOException("the disk is gone"));
                tape.read(fromSequence, consumer);
            }
        };
        try (SearchWriter writer = start(failing)) {
            assertTrue(writer.awaitApplied(tape.acknowledgedThrough(), LONG));
            unreadable.set(true);
            writer.rebuild();
            assertEquals(new Remade.Failed(new SearchProblem.TapeUnreadable()), writer.awaitRemade(LONG));
            unreadable.set(false);
            expectAgreement(writer, tape);
            assertEquals(new Remade.Done(), writer.awaitRemade(LONG));
        }
    }

    @Test
    void closingAppliesWhatWaits() throws InterruptedException {
        ListedTape whole = ListedTape.of(28, 30);
        ListedTape tape = new ListedTape();
        SearchWriter writer = start(tape);
        for (TapeRecord record : whole.records()) writer.offer(tape.append(record.payload()));
        writer.close();
        assertFalse(writer.awaitApplied(Long.MAX_VALUE, LONG));
        Opened.Ready ready = assertInstanceOf(Opened.Ready.class, SearchJournalFile.open(file, tape));
        Agreement.of(ready.search(), tape);
        ready.search().close();
    }

    @Test
    void pausesGrowToTheirLongest() {
        SearchWriter.Pauses pauses = new SearchWriter.Pauses(Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertEquals(Duration.ofSeconds(1), pauses.after(1));
        assertEquals(Duration.ofSeconds(2), pauses.after(2));
        assertEquals(Duration.ofSeconds(4), pauses.after(3));
        assertEquals(Duration.ofSeconds(5), pauses.after(4));
        assertEquals(Duration.ofSeconds(5), pauses.after(1_000_000));
    }
}
