package tillbook.journal.tape;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the files of a tape are called. */
final class SegmentNames {
    /** The blank segment that waits for the next switch. */
    static final String SPARE = "spare.tape";

    /** A spare whose zeros are not all written yet; never trusted. */
    static final String SPARE_IN_THE_MAKING = "spare.making";

    private static final Pattern SEGMENT = Pattern.compile("segment-\\d{10}\\.tape");

    private SegmentNames() {}

    static String of(long number) {
        return String.format(Locale.ROOT, "segment-%010d.tape", number);
    }

    /** Names of segments, oldest first. */
    static List<String> segmentsIn(List<String> names) {
        return names.stream()
                .filter(name -> SEGMENT.matcher(name).matches())
                .sorted()
                .toList();
    }

    static long numberOf(String segment) {
        return Long.parseLong(segment.substring("segment-".length(), segment.length() - ".tape".length()));
    }
}
