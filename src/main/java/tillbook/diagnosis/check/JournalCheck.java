package tillbook.diagnosis.check;

import java.io.UncheckedIOException;
import java.util.Optional;
import tillbook.diagnosis.cause.Sign;
import tillbook.diagnosis.check.Probes.JournalProbe;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.tape.Damage;
import tillbook.journal.tape.Reading;
import tillbook.journal.tape.TapeBrokenException;

/** The end of the tape, and the searchable copy of it. Immutable. */
record JournalCheck(Optional<JournalProbe> journal) implements Check {
    @Override
    public Subject subject() {
        return Subject.JOURNAL;
    }

    @Override
    public CheckAnswer answer() {
        if (journal.isEmpty()) return CheckAnswer.fine(Subject.JOURNAL, "empty");
        try {
            return switch (journal.get().tail()) {
                case Reading.Whole whole -> copy(whole.last());
                case Reading.Broken(Damage damage) ->
                    CheckAnswer.needsPerson(Subject.JOURNAL, "damaged", damage.segment(), damage.sequence())
                            .with(Sign.TAPE_DAMAGED, damage.segment() + " " + damage.sequence());
                case Reading.TooNew(String segment, int _) -> CheckAnswer.cannotTell(Subject.JOURNAL, "newer", segment);
            };
        } catch (TapeBrokenException | UncheckedIOException e) {
            return CheckAnswer.needsPerson(Subject.JOURNAL, "unreadable").with(Sign.TAPE_DAMAGED, "");
        }
    }

    private CheckAnswer copy(long last) {
        JournalProbe probe = journal.orElseThrow();
        Optional<SearchProblem> problem = probe.copy();
        if (problem.isPresent()) {
            return CheckAnswer.needsPerson(Subject.JOURNAL, "copy", last)
                    .with(Sign.COPY_BROKEN, problem.get().getClass().getSimpleName());
        }
        long rebuilt = probe.rebuiltAtStart();
        return rebuilt > 0
                ? CheckAnswer.mended(Subject.JOURNAL, "rebuilt", last, rebuilt).with(Sign.COPY_REBUILT, rebuilt, "")
                : CheckAnswer.fine(Subject.JOURNAL, "whole", last);
    }
}
