package tillbook.diagnosis.cause;

import java.util.Map;
import java.util.Set;

/**
 * One row of the table of causes. Immutable.
 *
 * @param key of its sentences: the code, with a variant behind a dot where one code has several ways to come about
 * @param code of the fault catalogue
 * @param telling at least one of these must be found, else the cause is not even considered
 * @param speaksFor weights, 1–100, of evidence for it
 * @param speaksAgainst weights, 1–100, of evidence against it
 * @param symptoms it comes first for
 * @param mend the one action
 * @param steps how many sentences tell a person what to do, 1–{@link CauseTable#STEPS_MAX}
 * @param place in the table; of two equal causes the earlier one comes first
 */
public record Cause(
        String key,
        String code,
        Set<Sign> telling,
        Map<Sign, Integer> speaksFor,
        Map<Sign, Integer> speaksAgainst,
        Set<Symptom> symptoms,
        Mend mend,
        int steps,
        int place) {
    public Cause {
        telling = Set.copyOf(telling);
        speaksFor = Map.copyOf(speaksFor);
        speaksAgainst = Map.copyOf(speaksAgainst);
        symptoms = Set.copyOf(symptoms);
    }
}
