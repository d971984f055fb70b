package tillbook.settings;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** "Did you mean …?": the known name that a mistyped one is nearest to. Pure. */
final class NearestName {
    private NearestName() {}

    /** The nearest by edits, if at most a third of the word had to be edited; ties by the alphabet. */
    static Optional<String> among(Set<String> known, String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        int editsMax = Math.max(1, typed.length() / 3);
        return known.stream()
                .filter(name -> edits(name, lower) <= editsMax)
                .min(Comparator.<String>comparingInt(name -> edits(name, lower))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance. */
    static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) row[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
