package tillbook.journal.search;

import java.util.Locale;

/** The copy cannot answer: a broken file or machine. The tape is not touched by it. */
public final class JournalSearchException extends RuntimeException {
    private final transient SearchProblem problem;

    JournalSearchException(SearchProblem problem, Throwable cause) {
        super(SearchWording.of(Locale.ENGLISH).sentence(problem), cause);
        this.problem = problem;
    }

    JournalSearchException(SearchProblem problem) {
        super(SearchWording.of(Locale.ENGLISH).sentence(problem));
        this.problem = problem;
    }

    /** What is wrong. */
    public SearchProblem problem() {
        return problem;
    }
}
