package tillbook.desktop.diagnosis.screen;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.diagnosis.Aftermath;
import tillbook.desktop.fx.FxBridge;
import tillbook.diagnosis.Listener;
import tillbook.diagnosis.Whereabouts;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.Check;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.register.RegisterState;

/**
 * Examines and mends beside the drawing thread: one thing at a time, on a thread of its own that is interrupted when the
 * person does not want to wait for it. Its methods are called on the drawing thread, and what it has to say is told there.
 */
final class Examiner implements AutoCloseable {
    /** Of looks at where things stand only the newest is wanted. */
    private static final int LOOKS_WAITING_MAX = 1;

    private interface Work {
        void run() throws InterruptedException;
    }

    private final Clinic clinic;
    private final Consumer<Told> told;
    private final ThreadPoolExecutor looking = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LOOKS_WAITING_MAX),
            Thread.ofPlatform().name("wizard-looks").daemon().factory());
    private final AtomicReference<@Nullable Aftermath> wanted = new AtomicReference<>();
    private @Nullable Thread atWork;

    Examiner(Clinic clinic, Consumer<Told> told) {
        this.clinic = clinic;
        this.told = told;
    }

    /** Gives up what it does, and runs every check. */
    void examine(int run, Symptom symptom) {
        begin(run, () -> {
            Listener listener = new Listener() {
                @Override
                public void begun(Check check) {
                    tell(new Told.Begun(run, check.subject(), check.deadlineMs()));
                }

                @Override
                public void answered(CheckAnswer answer) {
                    tell(new Told.Answered(run, answer));
                }
            };
            tell(new Told.Ended(run, clinic.examination().run(symptom, listener)));
        });
    }

    /** Gives up what it does, and does this. */
    void mend(int run, Mend mend) {
        begin(run, () -> tell(new Told.Mended(run, clinic.mends().apply(mend))));
    }

    private void begin(int run, Work work) {
        abandon();
        atWork = Thread.ofPlatform().name("wizard").daemon().start(() -> {
            try {
                work.run();
            } catch (InterruptedException e) {
                // Nobody waits for it any more.
                Thread.currentThread().interrupt();
            } catch (RuntimeException fault) {
                tell(new Told.Fault(run, clinic.faults().note(fault)));
            }
        });
    }

    /** Nobody waits for it any more. */
    void abandon() {
        if (atWork != null) atWork.interrupt();
        atWork = null;
    }

    /** Says where things stand, and what became of this. */
    void look(Aftermath since) {
        if (wanted.getAndSet(since) != null) return;
        try {
            looking.execute(this::looks);
        } catch (RejectedExecutionException ended) {
            wanted.set(null);
        }
    }

    private void looks() {
        Aftermath since = wanted.getAndSet(null);
        if (since == null) return;
        try {
            RegisterState state = clinic.state().get();
            Whereabouts where = new Whereabouts(Optional.of(clinic.situation().apply(state)));
            tell(new Told.Stands(where, since.by(state, clinic.records())));
        } catch (RuntimeException fault) {
            clinic.faults().note(fault);
            tell(new Told.Stands(new Whereabouts(Optional.empty()), List.of()));
        }
    }

    private void tell(Told what) {
        FxBridge.later(() -> told.accept(what));
    }

    @Override
    public void close() {
        abandon();
        looking.shutdownNow();
    }
}
