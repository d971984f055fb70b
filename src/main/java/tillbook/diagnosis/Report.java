package tillbook.diagnosis;

import java.util.List;
import tillbook.diagnosis.cause.Ranking;
import tillbook.diagnosis.cause.Symptom;
import tillbook.diagnosis.check.CheckAnswer;
import tillbook.diagnosis.check.Verdict;

/**
 * What a run came to. Immutable.
 *
 * @param answers one a check, in the order of {@link tillbook.diagnosis.check.Subject}
 * @param tookMs the whole run
 */
public record Report(
        Symptom symptom, Whereabouts whereabouts, List<CheckAnswer> answers, Ranking ranking, long tookMs) {
    public Report {
        answers = List.copyOf(answers);
    }

    /** The worst of all answers. */
    public Verdict worst() {
        return answers.stream().map(CheckAnswer::verdict).reduce(Verdict.FINE, Verdict::or);
    }
}
