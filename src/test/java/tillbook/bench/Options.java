package tillbook.bench;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./tillbook bench} was asked for.
 *
 * @param only the one benchmark to run, null for all
 * @param out the table's file, null for the usual place
 */
record Options(
        boolean quick, @Nullable String only, @Nullable Path out) {
    static final String USAGE = "./tillbook bench [--quick] [--only NAME] [--out FILE]";

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with a sentence for whoever typed it
     */
    static Options read(List<String> arguments, List<String> names) {
        boolean quick = false;
        String only = null;
        Path out = null;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--quick" -> quick = true;
                case "--only" -> only = known(value(word, rest), names);
                case "--out" -> out = Path.of(value(word, rest)).toAbsolutePath();
                default -> throw new IllegalArgumentException("unknown: " + word + ". " + USAGE);
            }
        }
        return new Options(quick, only, out);
    }

    private static String value(String word, Iterator<String> rest) {
        if (!rest.hasNext()) throw new IllegalArgumentException(word + " needs a value. " + USAGE);
        return rest.next();
    }

    private static String known(String name, List<String> names) {
        if (names.contains(name)) return name;
        throw new IllegalArgumentException("there is no benchmark " + name + "; there are " + String.join(", ", names));
    }
}
