package tillbook.diagnosis.cause;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The causes that the evidence names, most likely first, and those it only hints at. The same findings give the same
 * ranking, in whatever order they came. Immutable.
 *
 * @param named with enough evidence
 * @param considered whose telling evidence is there, and is outweighed
 */
public record Ranking(List<RankedCause> named, List<RankedCause> considered) {
    /** From this score on a cause is named. */
    public static final int NAMED_FROM = 50;

    /** A cause that explains what the person sees comes before one that does not, if they are about as likely. */
    private static final int SYMPTOM_BONUS = 20;

    public Ranking {
        named = List.copyOf(named);
        considered = List.copyOf(considered);
    }

    /** Weighs the findings against every row. Pure. */
    public static Ranking of(CauseTable table, List<Finding> findings, Symptom symptom) {
        Map<Sign, Finding> found = strongest(findings);
        List<RankedCause> all = new ArrayList<>();
        for (Cause cause : table.rows()) {
            if (cause.telling().stream().anyMatch(found::containsKey)) all.add(weighed(cause, found));
        }
        all.sort(Comparator.comparingInt((RankedCause each) -> -(each.score() + bonus(each.cause(), symptom)))
                .thenComparingInt(each -> each.cause().place()));
        return new Ranking(
                all.stream().filter(each -> each.score() >= NAMED_FROM).toList(),
                all.stream().filter(each -> each.score() < NAMED_FROM).toList());
    }

    /** Of each sign the largest; two of the same size are told apart by their detail, so that no order matters. */
    private static Map<Sign, Finding> strongest(List<Finding> findings) {
        Comparator<Finding> size = Comparator.comparingLong((Finding each) -> Math.abs(each.value()))
                .thenComparing(Finding::detail, Comparator.reverseOrder());
        Map<Sign, Finding> found = new EnumMap<>(Sign.class);
        for (Finding each : findings) {
            found.merge(each.sign(), each, (one, other) -> size.compare(one, other) >= 0 ? one : other);
        }
        return found;
    }

    private static RankedCause weighed(Cause cause, Map<Sign, Finding> found) {
        List<Finding> because = present(cause.speaksFor(), found);
        List<Finding> despite = present(cause.speaksAgainst(), found);
        int score = sum(because, cause.speaksFor()) - sum(despite, cause.speaksAgainst());
        return new RankedCause(cause, score, because, despite);
    }

    private static List<Finding> present(Map<Sign, Integer> weights, Map<Sign, Finding> found) {
        return weights.keySet().stream()
                .filter(found::containsKey)
                .sorted(Comparator.comparingInt((Sign sign) -> -weights.getOrDefault(sign, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(sign -> java.util.stream.Stream.ofNullable(found.get(sign)))
                .toList();
    }

    private static int sum(List<Finding> findings, Map<Sign, Integer> weights) {
        return findings.stream()
                .mapToInt(each -> weights.getOrDefault(each.sign(), 0))
                .sum();
    }

    private static int bonus(Cause cause, Symptom symptom) {
        return cause.symptoms().contains(symptom) ? SYMPTOM_BONUS : 0;
    }
}
