package tillbook.desktop.trouble;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tillbook.desktop.rig.PracticeRig;
import tillbook.journal.search.SearchJournalFile;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.SearchWriter;

/** The searchable copy knows records that the tape does not, as after a backup of the tape was put back. */
record SpoiltCopyPart(SearchWriter search, PracticeRig rig) implements Part {
    /** More than a learner sells; past them the copy would be made anew by itself. */
    private static final int RECORDS = 2_000;

    private static final int LOOKS = 100;
    private static final Duration LOOK = Duration.ofMillis(50);

    @Override
    public boolean isOn() {
        return search.lastProblem().orElse(null) instanceof SearchProblem.AheadOfTape;
    }

    @Override
    public void begin() throws IOException, InterruptedException {
        if (isOn()) return;
        // First, so that no start ever takes what it knows for true.
        rig.spoilt(true);
        CompletableFuture<Optional<SearchProblem>> done = new CompletableFuture<>();
        search.whileClosed(() -> done.complete(SearchJournalFile.putAhead(rig.copy(), RECORDS)));
        Optional<SearchProblem> problem = HeldCopyPart.within(done);
        if (problem.isPresent()) throw new IOException("the searchable journal: " + problem.get());
        HeldCopyPart.seen(search);
    }

    /** As the remedy does it. */
    @Override
    public void end() throws IOException, InterruptedException {
        if (isOn()) search.rebuild();
        for (int i = 0; i < LOOKS && isOn(); i++) search.awaitApplied(Long.MAX_VALUE, LOOK);
        // Where it is on still, the next start makes the copy anew.
        if (!isOn()) rig.spoilt(false);
    }
}
