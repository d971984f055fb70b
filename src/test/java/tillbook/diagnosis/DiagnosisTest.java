package tillbook.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.Check;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.diagnosis.check.Once;
import tillbook.diagnosis.check.Probes.RegisterProbe;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.check.Subject;
import tillbook.diagnosis.check.Verdict;

/** A run ends, whatever its checks do. */
@Timeout(60)
class DiagnosisTest {
    private final List<String> faults = new ArrayList<>();
    private final Diagnosis diagnosis = new Diagnosis(
            java.time.InstantSource.system(), () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()), fault -> {
                faults.add(String.valueOf(fault.getMessage()));
                return "F-1";
            });

    @Test
    void aCheckThatHangsIsToldAsOverdueAndInterrupted() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        Report report =
                run(of(Subject.DISK, 50, () -> hang(interrupted)), of(Subject.LINK, 60_000, () -> fine(Subject.LINK)));
        assertEquals(List.of(Verdict.FINE, Verdict.CANNOT_TELL), verdicts(report));
        assertEquals("overdue", report.answers().getLast().measured());
        assertTrue(interrupted.await(30, TimeUnit.SECONDS), "the check that hung was not interrupted");
    }

    @Test
    void aCheckWithAFaultOfItsOwnIsAnAnswerWithTheFaultsCode() throws InterruptedException {
        Report report = run(of(Subject.DISK, 60_000, () -> {
            throw new IllegalStateException("broken check");
        }));
        assertEquals(List.of(Verdict.CANNOT_TELL), verdicts(report));
        assertEquals(List.of("F-1"), report.answers().getFirst().args());
        assertEquals(List.of("broken check"), faults);
    }

    @Test
    void checksRunBesideEachOtherAndNeverMoreThanTheBound() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch allOfThem = new CountDownLatch(Diagnosis.CHECKS_AT_ONCE);
        List<Check> checks = new ArrayList<>();
        for (int i = 0; i < Diagnosis.CHECKS_AT_ONCE + 4; i++) {
            checks.add(of(Subject.LINK, 30_000, () -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                allOfThem.countDown();
                allOfThem.await();
                now.decrementAndGet();
                return fine(Subject.LINK);
            }));
        }
        run(checks.toArray(Check[]::new));
        assertEquals(Diagnosis.CHECKS_AT_ONCE, most.get());
    }

    @Test
    void whereTheMoneyIsComesBeforeEveryAnswer() throws InterruptedException {
        List<String> heard = new ArrayList<>();
        diagnosis.run(
                Symptom.EVERYTHING,
                Once.of(Optional.of(new TestProbes.TestRegister())),
                List.of(of(Subject.LINK, 60_000, () -> fine(Subject.LINK))),
                new Listener() {
                    @Override
                    public void situation(Whereabouts whereabouts) {
                        heard.add(whereabouts.money() + " " + whereabouts.voucher());
                    }

                    @Override
                    public void begun(Check check) {
                        heard.add("begun " + check.subject());
                    }

                    @Override
                    public void answered(CheckAnswer answer) {
                        heard.add("answered " + answer.subject());
                    }
                });
        assertEquals(List.of("begun LINK", "ALL_DECIDED ALL_GIVEN", "answered LINK"), heard);
    }

    @Test
    void aRegisterThatCannotSayWhatIsOpenLeavesTheQuestionOpen() throws InterruptedException {
        AtomicReference<Whereabouts> heard = new AtomicReference<>();
        RegisterProbe broken = new RegisterProbe() {
            @Override
            public Situation situation() {
                throw new IllegalStateException("no state");
            }

            @Override
            public Optional<Boolean> endedUncleanly() {
                return Optional.empty();
            }
        };
        diagnosis.run(Symptom.EVERYTHING, Once.of(Optional.of(broken)), List.of(), new Listener() {
            @Override
            public void situation(Whereabouts whereabouts) {
                heard.set(whereabouts);
            }
        });
        assertEquals(Whereabouts.Money.CANNOT_TELL, heard.get().money());
        assertEquals(Whereabouts.Voucher.CANNOT_TELL, heard.get().voucher());
    }

    /** A disk that hangs holds the tape, the settings and the keys, and with them every probe that lies on it. */
    @Test
    void aDiskThatHangsHoldsNoRun(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        TestProbes probes = new TestProbes(folder);
        probes.begin = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        Report report = diagnosis.run(Symptom.EVERYTHING, probes, new Listener() {});
        assertEquals(Whereabouts.Money.CANNOT_TELL, report.whereabouts().money());
        assertEquals(Subject.values().length, report.answers().size());
        assertEquals(List.of(), Bench.codes(report));
        never.countDown();
    }

    @Test
    void anInterruptEndsTheRunAndItsChecks() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread running = Thread.ofPlatform().start(() -> {
            try {
                run(of(Subject.DISK, 60_000, () -> {
                    begun.countDown();
                    return hang(interrupted);
                }));
            } catch (InterruptedException e) {
                ended.set(e);
            }
        });
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        running.interrupt();
        running.join();
        assertInstanceOf(InterruptedException.class, ended.get());
        assertTrue(interrupted.await(30, TimeUnit.SECONDS), "the check goes on");
    }

    @Test
    void whatCannotBeMendedFromHereSaysSo(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) {
        TestProbes probes = new TestProbes(folder);
        Mends mends =
                new Mends(probes, java.util.Map.of(Mend.REBUILD_COPY, () -> new MendResult.Done(Mend.REBUILD_COPY)));
        assertEquals(new MendResult.Done(Mend.TRY_PRINTER_AGAIN), mends.mend(Mend.TRY_PRINTER_AGAIN));
        assertEquals(new MendResult.Done(Mend.REBUILD_COPY), mends.mend(Mend.REBUILD_COPY));
        assertEquals(new MendResult.NotHere(Mend.ASK_PROVIDER_AGAIN), mends.mend(Mend.ASK_PROVIDER_AGAIN));
        assertEquals(new MendResult.NotHere(Mend.PRINT_OWED), mends.mend(Mend.PRINT_OWED));
        probes.printer = null;
        assertEquals(new MendResult.NotHere(Mend.TRY_PRINTER_AGAIN), mends.mend(Mend.TRY_PRINTER_AGAIN));
    }

    // Helpers.

    private interface Body {
        CheckAnswer answer() throws InterruptedException;
    }

    private record Made(Subject subject, long deadlineMs, Body body) implements Check {
        @Override
        public CheckAnswer answer() throws InterruptedException {
            return body.answer();
        }
    }

    private static Check of(Subject subject, long deadlineMs, Body body) {
        return new Made(subject, deadlineMs, body);
    }

    private static CheckAnswer fine(Subject subject) {
        return new CheckAnswer(subject, Verdict.FINE, "up", List.of("eth0"), List.of());
    }

    private static CheckAnswer hang(CountDownLatch interrupted) throws InterruptedException {
        try {
            new CountDownLatch(1).await();
            throw new AssertionError("nobody counts down");
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    private Report run(Check... checks) throws InterruptedException {
        return diagnosis.run(
                Symptom.EVERYTHING,
                Once.of(Optional.of(new TestProbes.TestRegister())),
                List.of(checks),
                new Listener() {});
    }

    private static List<Verdict> verdicts(Report report) {
        return report.answers().stream().map(CheckAnswer::verdict).toList();
    }
}
