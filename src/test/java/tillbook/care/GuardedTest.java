package tillbook.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuardedTest {
    private final List<Fault> shown = new ArrayList<>();
    private final List<Long> pausesMs = new ArrayList<>();

    @Test
    void oneTurnThatFailsIsReportedAndTheLoopGoesOn() {
        List<Integer> done = new ArrayList<>();
        int[] round = {0};
        Guarded[] loop = new Guarded[1];
        loop[0] = guarded(() -> {
            int now = round[0]++;
            if (now == 4) loop[0].stop();
            if (now == 2) throw new IllegalStateException("turn 2");
            done.add(now);
        });
        loop[0].run();
        assertEquals(List.of(0, 1, 3, 4), done);
        assertEquals(
                List.of(Fault.Kind.GOES_ON), shown.stream().map(Fault::kind).toList());
    }

    @Test
    void failuresInARowAreSaidLoudlyThenEverMoreRarelyAndSlowedDown() {
        int[] round = {0};
        Guarded[] loop = new Guarded[1];
        loop[0] = guarded(() -> {
            if (++round[0] == 100) loop[0].stop();
            throw new IOException("always");
        });
        loop[0].run();
        assertEquals(100, round[0]);
        assertEquals(100, loop[0].failuresInARow());
        // Failures 1 to 5, then 10, 20, 40 and 80.
        assertEquals(9, shown.size());
        assertEquals(Fault.Kind.KEEPS_FAILING, shown.get(4).kind());
        assertEquals(50L, pausesMs.getFirst());
        assertEquals(2_000L, pausesMs.getLast());
    }

    @Test
    void evenAnErrorOfTheMachineEndsNoLoop() throws InterruptedException {
        Guarded loop = guarded(() -> {
            throw new StackOverflowError("deep");
        });
        assertFalse(loop.turn());
        assertEquals(1, shown.size());
        Guarded well = guarded(() -> {});
        assertTrue(well.turn());
    }

    @Test
    void aMessageThatCannotBeShownEndsNoLoop() throws InterruptedException {
        Guarded loop = new Guarded(
                "x",
                () -> {
                    throw new IllegalStateException("turn");
                },
                pausesMs::add,
                fault -> {
                    throw new IllegalStateException("screen gone");
                });
        assertFalse(loop.turn());
        assertFalse(loop.turn());
        assertEquals(2, loop.failuresInARow());
    }

    @Test
    void anInterruptEndsTheLoopAndIsKept() throws InterruptedException {
        CountDownLatch inTurn = new CountDownLatch(1);
        boolean[] interrupted = {false};
        Guarded loop = guarded(() -> {
            inTurn.countDown();
            new CountDownLatch(1).await();
        });
        Thread thread = new Thread(() -> {
            loop.run();
            interrupted[0] = Thread.currentThread().isInterrupted();
        });
        thread.start();
        assertTrue(inTurn.await(30, TimeUnit.SECONDS));
        thread.interrupt();
        thread.join();
        assertTrue(interrupted[0]);
        assertEquals(List.of(), shown);
    }

    @Test
    void theCodeOfAFaultIsStableAndTellsFaultsApart() {
        String first = Fault.code(thrownHere(new IllegalStateException("amount 5")));
        String again = Fault.code(new RuntimeException("wrapped", thrownHere(new IllegalStateException("amount 7"))));
        assertEquals(first, again);
        assertTrue(first.matches("SYS-BUG-[0-9A-F]{4}"), first);
        assertNotEquals(first, Fault.code(thrownHere(new NullPointerException())));
    }

    @Test
    void anUncaughtErrorOnAnyThreadBecomesOneMessageWithAWayOn() throws InterruptedException {
        Thread.UncaughtExceptionHandler usual = Thread.getDefaultUncaughtExceptionHandler();
        try {
            Uncaught.install(shown::add, () -> {});
            Thread thread = new Thread(
                    () -> {
                        throw new IllegalStateException("pin=4711");
                    },
                    "printing");
            thread.start();
            thread.join();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(usual);
        }
        assertEquals(1, shown.size());
        Fault fault = shown.getFirst();
        assertEquals(Fault.Kind.ENDED, fault.kind());
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINA)) {
            String words = fault.sentence(locale);
            assertTrue(words.contains(fault.code()) && words.contains("printing"), words);
            assertFalse(words.contains("4711") || words.contains("Exception"), words);
        }
    }

    private static Throwable thrownHere(Throwable thrown) {
        StackTraceElement[] frames = thrown.getStackTrace();
        thrown.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("java.util.List", "get", "List.java", 1),
            new StackTraceElement("tillbook.sale.Basket", "lambda$add$" + frames.length, "Basket.java", frames.length)
        });
        return thrown;
    }

    private Guarded guarded(Guarded.Turn turn) {
        return new Guarded("printing", turn, pausesMs::add, shown::add);
    }
}
