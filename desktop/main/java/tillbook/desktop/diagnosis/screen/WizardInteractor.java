package tillbook.desktop.diagnosis.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tillbook.desktop.checkout.screen.Choice;
import tillbook.desktop.checkout.screen.Tone;
import tillbook.desktop.diagnosis.Aftermath;
import tillbook.desktop.diagnosis.Start;
import tillbook.desktop.diagnosis.screen.WizardModel.Said;
import tillbook.desktop.diagnosis.screen.WizardModel.Step;
import tillbook.diagnosis.MendResult;
import tillbook.diagnosis.Report;
import tillbook.diagnosis.Whereabouts;
import tillbook.diagnosis.cause.Mend;
import tillbook.diagnosis.cause.RankedCause;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.Situation;
import tillbook.diagnosis.check.Subject;
import tillbook.journal.JournalEvent.FindingVerdict;
import tillbook.journal.JournalEvent.MendEnd;
import tillbook.journal.JournalEvent.Mended;
import tillbook.register.Intent;

/**
 * What the wizard does: a symptom becomes a run of checks, its answers become rows and causes, a press becomes the remedy,
 * after which everything is measured again. There is a way out at every moment. Each run that came to its end is kept in the
 * journal once, with what was done about it. Knows no control. Owned by the drawing thread.
 */
final class WizardInteractor implements AutoCloseable {
    private static final double SECOND_MS = 1_000;

    /** A key that is held down repeats itself, and each run asks the provider. */
    private static final long AGAIN_AFTER_MS = 1_000;

    /** In the order of the rows while they are measured. */
    private static final List<Subject> SUBJECTS = List.of(Subject.values());

    private final WizardModel model;
    private final Clinic clinic;
    private final WizardWords words;
    private final Consumer<Next> leaves;
    private final Examiner examiner;
    private final Aftermath since;
    private final List<Mended> mends = new ArrayList<>();
    private Symptom symptom = Symptom.EVERYTHING;
    private Mend mending = Mend.NONE;
    private int run;
    private long begunMs;
    private long longestMs;
    private long told;
    private boolean closed;
    private @Nullable Report report;
    private Whereabouts where = new Whereabouts(Optional.empty());

    /** For one visit; {@code leaves} goes back to the checkout, or to what is named. */
    WizardInteractor(WizardModel model, Clinic clinic, WizardWords words, Consumer<Next> leaves) {
        this.model = model;
        this.clinic = clinic;
        this.words = words;
        this.leaves = leaves;
        this.examiner = new Examiner(clinic, this::heard);
        this.since = Aftermath.of(clinic.state().get());
        model.money.set(words.asking(true));
        model.voucher.set(words.asking(false));
        model.symptoms.set(symptoms());
        model.shown.addListener((_, _, _) -> showChoices());
    }

    private List<Choice> symptoms() {
        List<Choice> all = new ArrayList<>();
        for (Symptom each : Symptom.values()) {
            all.add(Choice.tall(
                    "symptom-" + each.word(),
                    words.room().symptom(each),
                    Integer.toString(all.size() + 1),
                    () -> check(each)));
        }
        return all;
    }

    /** Begins where the person came from. */
    void begin(Start start) {
        model.likely.set(List.of(Symptom.values()).indexOf(start.likely()));
        model.seen.set(start.seen().isEmpty() ? "" : words.text("seen", start.seen()));
        moved();
        if (start.symptom().isPresent()) check(start.symptom().get());
        else choose();
    }

    /** Another symptom. */
    private void choose() {
        keep();
        abandon();
        model.said.set(Said.NONE);
        model.title.set(words.text("title"));
        model.step.set(Step.CHOOSE);
        model.choices.set(List.of());
    }

    private void abandon() {
        run++;
        examiner.abandon();
    }

    /** The register did something. */
    void moved() {
        if (!closed) examiner.look(since);
    }

    /** Which run is listened to. */
    int run() {
        return run;
    }

    // Measuring.

    /** Runs every check for what the person sees. */
    void check(Symptom what) {
        keep();
        abandon();
        symptom = what;
        told = 0;
        longestMs = 0;
        begunMs = clinic.upMs().getAsLong();
        model.title.set(words.text("title.of", words.room().symptom(what)));
        model.rows.setAll(SUBJECTS.stream().map(words::waiting).toList());
        model.causes.set(List.of(words.looking()));
        model.shown.set(0);
        model.considered.set("");
        model.step.set(Step.CHECK);
        showChoices();
        tick();
        examiner.examine(run, what);
    }

    /** A person has done something, and wants to know whether it helped. */
    void again() {
        boolean justBegun = model.step.get() == Step.CHECK && clinic.upMs().getAsLong() - begunMs < AGAIN_AFTER_MS;
        if (justBegun) return;
        model.said.set(Said.NONE);
        check(symptom);
    }

    // Hearing.

    void heard(Told what) {
        if (closed) return;
        if (what instanceof Told.OfRun of && of.run() != run) return;
        switch (what) {
            case Told.Begun begun -> longestMs = Math.max(longestMs, begun.deadlineMs());
            case Told.Answered answered -> answered(words.row(answered.answer()));
            case Told.Ended ended -> ended(ended.report());
            case Told.Mended mended -> mended(mended.result());
            case Told.Fault fault -> failed(fault.code());
            case Told.Stands stands -> stands(stands);
        }
    }

    private void answered(CheckRow row) {
        told++;
        model.rows.set(SUBJECTS.indexOf(row.subject()), row);
        tick();
    }

    private void ended(Report ended) {
        report = ended;
        mends.clear();
        model.rows.setAll(ended.answers().stream()
                .map(words::row)
                .sorted(Comparator.comparingInt(CheckRow::urgency))
                .toList());
        model.counted.set(words.text("counted", ended.answers().size(), seconds(ended.tookMs())));
        model.causes.set(words.causes(ended));
        model.shown.set(0);
        model.considered.set(words.considered(ended));
        model.step.set(Step.CAUSE);
        showChoices();
        moved();
    }

    private void failed(String code) {
        model.said.set(new Said(Tone.BAD, words.text("program-fault", code)));
        if (model.step.get() == Step.CHECK) breakOff();
        model.step.set(Step.CAUSE);
        showChoices();
    }

    /** Nothing is being measured any more, and no row says so; what was measured stays. */
    private void breakOff() {
        abandon();
        model.rows.replaceAll(row -> row.verdict() == null ? words.brokenOff(row.subject()) : row);
        model.counted.set(words.text("counted.broken-off", told, SUBJECTS.size()));
        model.causes.set(List.of(words.brokenOff()));
        model.shown.set(0);
    }

    private void stands(Told.Stands stands) {
        where = stands.where();
        model.money.set(words.money(where));
        model.voucher.set(words.voucher(where));
        model.since.set(stands.since().stream().map(words::became).toList());
        showChoices();
    }

    /** Time passed. */
    void tick() {
        if (model.step.get() == Step.AGAIN) sayHowFar();
        if (model.step.get() != Step.CHECK) return;
        long passedMs = clinic.upMs().getAsLong() - begunMs;
        model.counted.set(words.text(
                "counting",
                told,
                SUBJECTS.size(),
                passedMs / (long) SECOND_MS,
                (longestMs + (long) SECOND_MS - 1) / (long) SECOND_MS));
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.1f", ms / SECOND_MS);
    }

    // Mending.

    private Mend remedy() {
        List<CausePicture> causes = model.causes.get();
        int place = model.shown.get();
        return place < causes.size() ? causes.get(place).mend() : Mend.NONE;
    }

    private void mend(Mend mend) {
        if (model.step.get() == Step.AGAIN) return;
        abandon();
        mending = mend;
        String key = mend == Mend.REBUILD_COPY ? "mending.minutes" : "mending";
        model.said.set(new Said(Tone.ACCENT, words.text(key, words.room().mend(mend))));
        model.step.set(Step.AGAIN);
        showChoices();
        examiner.mend(run, mend);
    }

    /** A copy may take minutes, which nobody has to wait for. */
    private void sayHowFar() {
        if (mending != Mend.REBUILD_COPY) return;
        clinic.copyMaking()
                .get()
                .ifPresent(far ->
                        model.said.set(new Said(Tone.ACCENT, words.text("mending.copy", far.records(), far.of()))));
    }

    /** What came of it is said, and then everything is measured again, unless a person has to do something first. */
    private void mended(MendResult result) {
        MendEnd end = switch (result) {
            case MendResult.Done _ -> MendEnd.DONE;
            case MendResult.StillWrong _ -> MendEnd.STILL_WRONG;
            case MendResult.NotHere _ -> MendEnd.NOT_HERE;
        };
        if (mends.size() < Intent.KeepFinding.MENDS_MAX)
            mends.add(new Mended(result.mend().name(), end));
        model.said.set(new Said(end == MendEnd.DONE ? Tone.OK : Tone.WARN, sentence(result)));
        if (end == MendEnd.NOT_HERE || result.mend() == Mend.OPEN_SETTINGS) {
            model.step.set(Step.CAUSE);
            showChoices();
            moved();
        } else {
            check(symptom);
        }
    }

    private String sentence(MendResult result) {
        if (result.mend() == Mend.OPEN_SETTINGS) {
            String key = result instanceof MendResult.Done ? "settings.opened" : "settings.by-hand";
            return words.text(key, clinic.settings());
        }
        return words.text(
                "mended", words.room().mend(result.mend()), words.room().mended(result));
    }

    // What a person may do.

    private void showChoices() {
        List<Choice> all = new ArrayList<>();
        Step step = model.step.get();
        if (step == Step.CHOOSE) return;
        if (step == Step.CAUSE) {
            Mend mend = remedy();
            boolean again = mend == Mend.NONE || mend == Mend.CHECK_AGAIN;
            String label = words.room().mend(mend == Mend.NONE ? Mend.CHECK_AGAIN : mend);
            if (!again) all.add(Choice.main("mend", label, "F12", () -> mend(mend)));
            String more = again && mend == Mend.CHECK_AGAIN ? label : words.text("again");
            Choice measure = Choice.plain("again", more, "F5", this::again);
            all.add(again ? measure.asMain() : measure);
        } else {
            all.add(Choice.plain("again", words.text("again"), "F5", this::again));
        }
        Situation now = where.situation().orElse(Situation.AT_REST);
        if (!now.payments().isEmpty())
            all.add(Choice.plain("payments", words.text("payments"), "F7", () -> leave(Next.PAYMENTS)));
        if (now.vouchersOwed() > 0)
            all.add(Choice.plain("vouchers", words.text("vouchers"), "F8", () -> leave(Next.VOUCHERS)));
        boolean paper = symptom == Symptom.PRINTER_DEAD || symptom == Symptom.NO_RECEIPT;
        if (paper) all.add(Choice.plain("printer", words.text("printer"), "F6", () -> leave(Next.PRINTER)));
        all.add(Choice.plain("another", words.text("another"), "F3", this::choose));
        model.choices.set(all);
    }

    /** Does what the key is for; false if it is for nothing. */
    boolean key(String name) {
        List<Choice> now = model.step.get() == Step.CHOOSE ? model.symptoms.get() : model.choices.get();
        for (Choice choice : now) {
            if (!choice.key().equals(name)) continue;
            choice.action().run();
            return true;
        }
        if (!name.equals("Esc")) return false;
        leave(Next.CHECKOUT);
        return true;
    }

    /** The cause at this place is told in full. */
    void show(int place) {
        model.shown.set(place);
    }

    void leave(Next next) {
        keep();
        abandon();
        leaves.accept(next);
    }

    // Keeping.

    /** A run that came to its end goes to the journal, once. */
    private void keep() {
        Report done = report;
        if (done == null) return;
        report = null;
        List<String> causes = done.ranking().named().stream()
                .map(RankedCause::cause)
                .map(cause -> cause.code())
                .distinct()
                .limit(Intent.KeepFinding.CAUSES_MAX)
                .toList();
        Intent finding = new Intent.KeepFinding(
                done.symptom().word(),
                FindingVerdict.valueOf(done.worst().name()),
                causes,
                mends,
                Math.max(0, done.tookMs()));
        // Where the journal cannot be written, that is what the checks say, and it is no reason to hold anybody up.
        clinic.register().accept(finding, _ -> {});
        mends.clear();
    }

    @Override
    public void close() {
        keep();
        closed = true;
        examiner.close();
    }
}
