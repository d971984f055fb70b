package tillbook.journal;

import java.time.LocalDate;

/**
 * Business dates as {@code 2026-11-22}. All records of a day say the same one, so the last is kept.
 *
 * <p>Safe from any thread.
 */
final class DayText {
    private record Known(LocalDate day, String text) {}

    private static volatile Known last = known(LocalDate.EPOCH);

    private DayText() {}

    static String of(LocalDate day) {
        Known known = last;
        if (!known.day().equals(day)) last = known = known(day);
        return known.text();
    }

    /**
     * Reads what {@link #of} gives.
     *
     * @throws java.time.DateTimeException if it is anything else
     */
    static LocalDate parse(String text) {
        Known known = last;
        if (!known.text().equals(text)) last = known = known(LocalDate.parse(text));
        return known.day();
    }

    private static Known known(LocalDate day) {
        return new Known(day, day.toString());
    }
}
