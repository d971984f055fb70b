package tillbook.diagnosis;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tillbook.diagnosis.cause.CauseTable;
import tillbook.diagnosis.cause.Ranking;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.Check;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.diagnosis.check.Checks;
import tillbook.diagnosis.check.Once;
import tillbook.diagnosis.check.Probes;
import tillbook.diagnosis.check.Subject;

/**
 * Runs every check, each until its own deadline and all of them at once, says each answer as it comes, and then names the
 * causes, most likely first. A check that is late or has a fault of its own is an answer like any other, so a run always
 * ends: at the latest when the longest deadline is over.
 *
 * <p>Runs come one after the other, whoever asks. Safe from any thread; an interrupt ends a run and its checks.
 */
public final class Diagnosis {
    /** More run one after the other; each is small, and most of them wait for the network. */
    public static final int CHECKS_AT_ONCE = 16;

    /** Where the money is does not wait for a disk that hangs, ms. */
    static final long SITUATION_WITHIN_MS = 3_000;

    private static final Whereabouts NOT_KNOWN = new Whereabouts(Optional.empty());

    /** Keeps a fault of the program. Never throws. */
    public interface Faults {
        /** Its code. */
        String keep(Throwable fault);
    }

    private final CauseTable table;
    private final InstantSource wall;
    private final LongSupplier upMs;
    private final Faults faults;
    private final ReentrantLock oneRun = new ReentrantLock();

    /**
     * With the causes that are shipped.
     *
     * @param upMs a clock that only goes forward, in the world's ms
     */
    public Diagnosis(InstantSource wall, LongSupplier upMs, Faults faults) {
        this.table = CauseTable.shipped();
        this.wall = wall;
        this.upMs = upMs;
        this.faults = faults;
    }

    /** Runs every check on these probes. */
    public Report run(Symptom symptom, Probes probes, Listener listener) throws InterruptedException {
        var register = new Once<>(probes::register);
        return run(symptom, register, Checks.of(probes, register, wall, upMs), listener);
    }

    /** The checks are at work while it is found out where the money is, and heard after that is said. */
    Report run(Symptom symptom, Once<Optional<Probes.RegisterProbe>> register, List<Check> checks, Listener listener)
            throws InterruptedException {
        oneRun.lockInterruptibly();
        try (Run run = new Run(checks, listener)) {
            long since = upMs.getAsLong();
            run.begin();
            Whereabouts whereabouts = whereabouts(register);
            listener.situation(whereabouts);
            List<CheckAnswer> answers = run.toItsEnd();
            Ranking ranking = Ranking.of(
                    table,
                    answers.stream().flatMap(each -> each.findings().stream()).toList(),
                    symptom);
            return new Report(symptom, whereabouts, answers, ranking, upMs.getAsLong() - since);
        } finally {
            oneRun.unlock();
        }
    }

    private Whereabouts whereabouts(Once<Optional<Probes.RegisterProbe>> register) throws InterruptedException {
        var answers = new LinkedBlockingQueue<Whereabouts>(1);
        Thread asking = Thread.ofPlatform().daemon().name("situation").start(() -> answers.add(asked(register)));
        try {
            long end = upMs.getAsLong() + SITUATION_WITHIN_MS;
            Whereabouts known = null;
            for (long left = SITUATION_WITHIN_MS; known == null && left > 0; left = end - upMs.getAsLong()) {
                known = answers.poll(left, TimeUnit.MILLISECONDS);
            }
            return known == null ? NOT_KNOWN : known;
        } finally {
            asking.interrupt();
        }
    }

    private Whereabouts asked(Once<Optional<Probes.RegisterProbe>> register) {
        try {
            return new Whereabouts(register.get().map(Probes.RegisterProbe::situation));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOT_KNOWN;
        } catch (RuntimeException e) {
            faults.keep(e);
            return NOT_KNOWN;
        }
    }

    /** One run. Owned by the thread that runs it; the checks' threads only put answers into the queue. */
    private final class Run implements AutoCloseable {
        private record Told(Check check, CheckAnswer answer) {}

        /** A check at work. */
        private record AtWork(Thread thread, long endMs) {}

        private final List<Check> waiting;
        private final Listener listener;
        private final IdentityHashMap<Check, AtWork> atWork = new IdentityHashMap<>();
        private final LinkedBlockingQueue<Told> told;
        private final Map<Subject, CheckAnswer> answers = new EnumMap<>(Subject.class);

        Run(List<Check> checks, Listener listener) {
            this.waiting = new ArrayList<>(checks);
            this.told = new LinkedBlockingQueue<>(Math.max(1, checks.size()));
            this.listener = listener;
        }

        List<CheckAnswer> toItsEnd() throws InterruptedException {
            while (!waiting.isEmpty() || !atWork.isEmpty()) {
                begin();
                hear(told.poll(untilNextDeadlineMs(), TimeUnit.MILLISECONDS));
                endTheLate();
            }
            return List.copyOf(answers.values());
        }

        @Override
        public void close() {
            atWork.values().forEach(each -> each.thread().interrupt());
        }

        void begin() {
            while (!waiting.isEmpty() && atWork.size() < CHECKS_AT_ONCE) {
                Check check = waiting.removeFirst();
                listener.begun(check);
                // Threads of the system: a name server that hangs holds its thread, which must be nobody else's.
                Thread thread = Thread.ofPlatform()
                        .daemon()
                        .name("check-" + check.subject())
                        .start(() -> told.add(new Told(check, answer(check))));
                atWork.put(check, new AtWork(thread, upMs.getAsLong() + check.deadlineMs()));
            }
        }

        private CheckAnswer answer(Check check) {
            try {
                return check.answer();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return check.overdue();
            } catch (RuntimeException e) {
                return CheckAnswer.failed(check.subject(), faults.keep(e));
            }
        }

        private long untilNextDeadlineMs() {
            long first = atWork.values().stream().mapToLong(AtWork::endMs).min().orElse(0);
            return Math.max(0, first - upMs.getAsLong());
        }

        /** What comes after its deadline is not heard: its check was told already. */
        private void hear(@Nullable Told next) {
            Told each = next;
            while (each != null) {
                if (atWork.remove(each.check()) != null) tell(each.answer());
                each = told.poll();
            }
        }

        private void endTheLate() {
            long now = upMs.getAsLong();
            List<Check> late = atWork.entrySet().stream()
                    .filter(each -> each.getValue().endMs() <= now)
                    .map(Map.Entry::getKey)
                    .sorted(Comparator.comparing(Check::subject))
                    .toList();
            for (Check check : late) {
                AtWork work = atWork.remove(check);
                if (work != null) work.thread().interrupt();
                tell(check.overdue());
            }
        }

        private void tell(CheckAnswer answer) {
            answers.put(answer.subject(), answer);
            listener.answered(answer);
        }
    }
}
