package tillbook.desktop.diagnosis.screen;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import tillbook.desktop.diagnosis.Attached;
import tillbook.desktop.diagnosis.OpensFiles;
import tillbook.desktop.diagnosis.Situations;
import tillbook.desktop.diagnosis.TillProbes;
import tillbook.desktop.till.Till;
import tillbook.desktop.till.TillClock;
import tillbook.diagnosis.Diagnosis;
import tillbook.diagnosis.Listener;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.Mends;
import tillbook.diagnosis.Report;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.Situation;
import tillbook.journal.JournalEntry;
import tillbook.journal.search.Making;
import tillbook.register.Intent;
import tillbook.register.RegisterState;
import tillbook.register.RegisterThread;
import tillbook.register.Reply;
import tillbook.register.Shop;
import tillbook.sale.ReceiptNumber;

/**
 * What the wizard examines, and whom it asks to do something. Immutable; every part may be used from any thread.
 *
 * @param examination blocks until every check has ended or its thread is interrupted
 * @param mends does what a cause proposes, blocks meanwhile, ends early when its thread is interrupted
 * @param copyMaking how far a searchable copy that is being made has come
 * @param state the register's, as it is durable
 * @param situation what is open in a state
 * @param records everything known of a sale; may ask the searchable journal
 * @param register does what a person wants, and replies on its own thread
 * @param settings the file
 * @param upMs a clock that only goes forward, in the world's ms
 * @param faults keeps faults of the program
 */
public record Clinic(
        Examination examination,
        Function<Mend, MendResult> mends,
        Supplier<Optional<Making>> copyMaking,
        Supplier<RegisterState> state,
        Function<RegisterState, Situation> situation,
        Function<ReceiptNumber, List<JournalEntry>> records,
        BiConsumer<Intent, Consumer<Reply>> register,
        Path settings,
        Shop shop,
        LongSupplier upMs,
        RegisterThread.Faults faults) {

    /** Runs every check. */
    @FunctionalInterface
    public interface Examination {
        /** What they came to; the listener is told on the calling thread. */
        Report run(Symptom symptom, Listener listener) throws InterruptedException;
    }

    /**
     * Of a register that is open.
     *
     * @param files opens the settings for a person
     */
    public static Clinic of(Till till, OpensFiles files, RegisterThread.Faults faults) {
        // A check's deadline is the world's, also where practice time runs faster.
        LongSupplier upMs = TillClock.real().monotonicMs();
        TillProbes probes = new TillProbes(till, Attached.to(till));
        Diagnosis diagnosis = new Diagnosis(till.clock().wall(), upMs, faults::note);
        return new Clinic(
                (symptom, listener) -> diagnosis.run(symptom, probes, listener),
                new Mends(probes, probes.mends(files))::mend,
                till.search()::making,
                till.register()::state,
                state -> Situations.of(
                        state,
                        till.shop()::isOfAnotherAccount,
                        till.clock().wall().millis()),
                till.sales()::of,
                till.register()::want,
                till.folder().settings(),
                till.shop(),
                upMs,
                faults);
    }
}
