package tillbook.journal.search;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the searchable copy follow the tape on a thread of its own. The register hands over what was forced and never
 * waits: if the queue is full, or the database is in trouble, the records come from the tape later. Trouble is a lag
 * that ends, never an exception for the register: the file is opened again, or made anew, after a pause that grows.
 *
 * <p>Threads: every public method may be called from any thread. The writer's own thread alone touches the writing side
 * of {@link JournalSearch}.
 */
public final class SearchWriter implements AutoCloseable {
    /** Records that wait; what does not fit is read from the tape. */
    static final int QUEUE_MAX = 4096;

    /** Records of one transaction in ordinary running. */
    private static final int BATCH_MAX = 1000;

    private static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(30);

    /**
     * How long to wait after trouble.
     *
     * @param first after the first failure; doubled after each that follows
     * @param longest never longer than this
     */
    public record Pauses(Duration first, Duration longest) {
        /** One second, then up to a minute. */
        public static final Pauses ORDINARY = new Pauses(Duration.ofSeconds(1), Duration.ofMinutes(1));

        Duration after(int failures) {
            Duration pause = first;
            for (int i = 1; i < failures && pause.compareTo(longest) < 0; i++) pause = pause.multipliedBy(2);
            return pause.compareTo(longest) < 0 ? pause : longest;
        }
    }

    /** Hears how the file was opened, at the start and after trouble; called on the writer's thread. */
    public interface OpenedListener {
        void opened(Opened how);
    }

    private final Path file;
    private final TapeSource tape;
    private final Pauses pauses;
    private final OpenedListener listener;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<TapeRecord> queue = new ArrayDeque<>();
    // Guarded by the lock.
    private long offered;
    private boolean missedSome;
    private boolean closing;
    private boolean rebuildAsked;
    /** Since the file was last opened, or tried to. */
    private boolean rebuildAskedAnew;

    private @Nullable Runnable aside;
    private long applied;
    private @Nullable JournalSearch search;
    private @Nullable SearchProblem problem;
    private @Nullable Making making;

    private SearchWriter(Path file, TapeSource tape, Pauses pauses, OpenedListener listener) {
        this.file = file;
        this.tape = tape;
        this.pauses = pauses;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("journal-search").daemon().unstarted(this::run);
    }

    /** Starts the thread, which opens the file first. Returns at once. */
    public static SearchWriter start(Path file, TapeSource tape, Pauses pauses, OpenedListener listener) {
        SearchWriter writer = new SearchWriter(file, tape, pauses, listener);
        writer.thread.start();
        return writer;
    }

    /** Hands over a record whose force has returned. Never blocks for a disk, never throws. */
    public void offer(TapeRecord record) {
        lock.lock();
        try {
            offered = Math.max(offered, record.sequence());
            if (queue.size() < QUEUE_MAX) queue.add(record);
            else missedSome = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The copy to search in; empty while it is being opened or made anew. */
    public Optional<JournalSearch> search() {
        return locked(() -> Optional.ofNullable(search));
    }

    /** How many acknowledged records cannot be found yet. */
    public long lag() {
        return locked(() -> Math.max(0, offered - applied));
    }

    /** What is wrong right now; empty when all is well. */
    public Optional<SearchProblem> lastProblem() {
        return locked(() -> Optional.ofNullable(problem));
    }

    /** Has the copy made anew from the tape, e.g. after a verification found a difference. Returns at once. */
    public void rebuild() {
        lock.lock();
        try {
            rebuildAsked = true;
            rebuildAskedAnew = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How far a copy that is being made has come; empty while none is. */
    public Optional<Making> making() {
        return locked(() -> Optional.ofNullable(making));
    }

    /**
     * Waits for the copy that {@link #rebuild} asked for. The one from before does not count, although it may be
     * searched in until the new one is begun.
     *
     * @param timeout after which the answer is that it is not there yet
     */
    public Remade awaitRemade(Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                if (!rebuildAsked && search != null) return new Remade.Done();
                // What was in the way before the wish is not what is in its way.
                if (problem != null && !rebuildAskedAnew) return new Remade.Failed(problem);
                if (nanos <= 0 || !thread.isAlive()) return new Remade.NotYet();
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets go of the file, has this done while nobody here holds it, and opens it again; what waits after trouble tries
     * again at once. Returns at once; a later call takes the place of an earlier one that was not begun.
     *
     * @param work short, on the writer's thread
     */
    public void whileClosed(Runnable work) {
        lock.lock();
        try {
            aside = work;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until a record can be found, so that who sold can search at once.
     *
     * @return false if the time passed first
     */
    public boolean awaitApplied(long sequence, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (applied < sequence || search == null) {
                if (nanos <= 0 || !thread.isAlive()) return false;
                nanos = changed.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Applies what waits, ends the database in good order and the thread. What was not applied is on the tape. */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(CLOSE_WAIT_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Reading<T> {
        T value();
    }

    private <T> T locked(Reading<T> reading) {
        lock.lock();
        try {
            return reading.value();
        } finally {
            lock.unlock();
        }
    }

    // Everything below runs on the writer's thread.

    private void run() {
        int failures = 0;
        while (true) {
            failures = attempt() ? 0 : failures + 1;
            if (failures == 0) return;
            if (!pause(pauses.after(failures))) return;
        }
    }

    /** Opens and follows until the end, which is true, or until there is trouble. */
    private boolean attempt() {
        try {
            doAside();
            JournalSearch opened = open();
            return opened != null && follow(opened);
        } catch (JournalSearchException e) {
            trouble(e.problem());
        } catch (UncheckedIOException e) {
            trouble(new SearchProblem.TapeUnreadable());
        } catch (RuntimeException | VirtualMachineError e) {
            // Whatever a broken database throws, the register goes on selling and this thread goes on trying.
            trouble(new SearchProblem.DatabaseFailed(0));
        }
        return false;
    }

    private void doAside() {
        Runnable work;
        lock.lock();
        try {
            work = aside;
            aside = null;
        } finally {
            lock.unlock();
        }
        if (work != null) work.run();
    }

    private @Nullable JournalSearch open() {
        boolean asked = locked(() -> {
            if (rebuildAsked) problem = null;
            rebuildAskedAnew = false;
            return rebuildAsked;
        });
        Opened how = asked
                ? SearchJournalFile.rebuild(file, tape, this::makes)
                : SearchJournalFile.open(file, tape, this::makes);
        listener.opened(how);
        return switch (how) {
            case Opened.Ready(JournalSearch ready) -> opened(ready);
            case Opened.CaughtUp(JournalSearch ready, long _) -> opened(ready);
            case Rebuilt rebuilt -> opened(rebuilt.search());
            case Opened.AheadOfTape(long known, long _) -> {
                trouble(new SearchProblem.AheadOfTape(known));
                yield null;
            }
            case Opened.Failed(SearchProblem why) -> {
                trouble(why);
                yield null;
            }
        };
    }

    private void makes(Making far) {
        lock.lock();
        try {
            making = far;
        } finally {
            lock.unlock();
        }
    }

    private JournalSearch opened(JournalSearch ready) {
        lock.lock();
        try {
            making = null;
            rebuildAsked = false;
            search = ready;
            reached(ready.applied());
            return ready;
        } finally {
            lock.unlock();
        }
    }

    private void reached(long sequence) {
        lock.lock();
        try {
            applied = sequence;
            offered = Math.max(offered, sequence);
            problem = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void trouble(SearchProblem why) {
        JournalSearch broken;
        lock.lock();
        try {
            broken = search;
            search = null;
            making = null;
            problem = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        if (broken != null) broken.abandon();
    }

    /** What the thread does next. */
    private sealed interface Work {
        record Apply(List<TapeRecord> records) implements Work {}

        record ReadTape() implements Work {}

        record Rebuild() implements Work {}

        record LetGo() implements Work {}

        record End() implements Work {}
    }

    private boolean follow(JournalSearch open) {
        while (true) {
            switch (next()) {
                case Work.Apply(List<TapeRecord> records) -> apply(open, records);
                case Work.ReadTape _ -> readTape(open);
                case Work.Rebuild _ -> {
                    release();
                    open.close();
                    JournalSearch anew = open();
                    if (anew == null) return false;
                    open = anew;
                }
                case Work.LetGo _ -> {
                    release();
                    open.close();
                    doAside();
                    JournalSearch again = open();
                    if (again == null) return false;
                    open = again;
                }
                case Work.End _ -> {
                    release();
                    open.close();
                    return true;
                }
            }
        }
    }

    private void release() {
        lock.lock();
        try {
            search = null;
        } finally {
            lock.unlock();
        }
    }

    private Work next() {
        lock.lock();
        try {
            while (true) {
                if (aside != null) return new Work.LetGo();
                if (rebuildAsked) return new Work.Rebuild();
                if (!queue.isEmpty()) return new Work.Apply(take());
                if (missedSome) {
                    missedSome = false;
                    return new Work.ReadTape();
                }
                if (closing) return new Work.End();
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private List<TapeRecord> take() {
        List<TapeRecord> batch = new ArrayList<>();
        while (!queue.isEmpty() && batch.size() < BATCH_MAX) batch.add(queue.remove());
        return batch;
    }

    private void apply(JournalSearch open, List<TapeRecord> records) {
        switch (open.apply(records)) {
            case Applying.Done(long through, int _) -> reached(through);
            case Applying.Gap _ -> readTape(open);
            case Applying.ChainDiffers _ -> rebuild();
        }
    }

    private void readTape(JournalSearch open) {
        SearchProblem found = SearchJournalFile.follow(open, tape);
        if (found instanceof SearchProblem.ChainDiffers) rebuild();
        else if (found != null) throw new JournalSearchException(found);
        reached(open.applied());
    }

    /** Shorter if somebody asks for something that may end the trouble. False if it is time to end. */
    private boolean pause(Duration pause) {
        long nanos = pause.toNanos();
        lock.lock();
        try {
            while (!closing && nanos > 0 && aside == null && !rebuildAskedAnew) {
                try {
                    nanos = changed.awaitNanos(nanos);
                } catch (InterruptedException e) {
                    // Nobody has a reason to interrupt this thread, and an end is asked for in another way.
                }
            }
            return !closing;
        } finally {
            lock.unlock();
        }
    }
}
