package tillbook.journal.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of sales, newest first. Immutable.
 *
 * @param total how many match, over all pages
 * @param hidden for each filter that is set: how many more would show without it
 * @param itemsSince the text was looked for among the items sold from this day on, null if it was not; where the query
 *     says from when, this is the first of the newest days, which were gone through for what the query hides
 * @param more the text matched more numbers or items than were followed, so {@code total} is too small
 */
public record Page(
        List<SaleRow> rows,
        long total,
        Map<Filter, Long> hidden,
        @Nullable LocalDate itemsSince,
        boolean more) {
    public Page {
        rows = List.copyOf(rows);
        hidden = Map.copyOf(hidden);
    }

    /** What narrows a query beside its text. */
    public enum Filter {
        DAY,
        TIME,
        STATE,
        VOUCHER,
        MEANS,
        BEING_CHECKED
    }
}
