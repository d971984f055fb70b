package tillbook.journal.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The filters of a query as SQL over {@code sale s}: text is ours, and everything from outside is a parameter. */
final class Conditions {
    private record Part(String sql, List<Object> arguments) {}

    private final Map<Page.Filter, Part> parts = new EnumMap<>(Page.Filter.class);

    Conditions(JournalQuery query) {
        range(Page.Filter.DAY, "s.business_day >= ?", query.fromDay(), "s.business_day <= ?", query.toDay());
        range(
                Page.Filter.TIME,
                "s.happened_at >= ?",
                query.from() == null ? null : (Object) query.from().toEpochMilli(),
                "s.happened_at < ?",
                query.until() == null ? null : (Object) query.until().toEpochMilli());
        if (query.state() != null)
            is(Page.Filter.STATE, "s.state = ?", query.state().name());
        if (query.voucher() != null) {
            is(Page.Filter.VOUCHER, "s.voucher = ?", query.voucher().name());
        }
        if (query.means() != null)
            is(Page.Filter.MEANS, "LOCATE(?, s.means) > 0", query.means().name());
        if (query.beingChecked() != null) {
            if (query.beingChecked()) is(Page.Filter.BEING_CHECKED, "s.attempts_open >= ?", 1);
            else is(Page.Filter.BEING_CHECKED, "s.attempts_open = ?", 0);
        }
    }

    private void is(Page.Filter filter, String sql, Object argument) {
        parts.put(filter, new Part(sql, List.of(argument)));
    }

    private void range(Page.Filter filter, String low, @Nullable Object from, String high, @Nullable Object to) {
        if (from != null && to != null) parts.put(filter, new Part(low + " AND " + high, List.of(from, to)));
        else if (from != null) is(filter, low, from);
        else if (to != null) is(filter, high, to);
    }

    Set<Page.Filter> filters() {
        return parts.keySet();
    }

    /** " WHERE …" of all filters but one, or nothing. */
    String where(Page.@Nullable Filter but) {
        String all = parts.entrySet().stream()
                .filter(entry -> entry.getKey() != but)
                .map(entry -> entry.getValue().sql())
                .collect(Collectors.joining(" AND "));
        return all.isEmpty() ? "" : " WHERE " + all;
    }

    List<Object> arguments(Page.@Nullable Filter but) {
        List<Object> all = new ArrayList<>();
        parts.forEach((filter, part) -> {
            if (filter != but) all.addAll(part.arguments());
        });
        return all;
    }

    /** Where a search among items begins if the query does not say: so many days before the end of its range. */
    static LocalDate itemsSince(JournalQuery query, LocalDate newest) {
        if (query.fromDay() != null) return query.fromDay();
        LocalDate end = query.toDay() != null && query.toDay().isBefore(newest) ? query.toDay() : newest;
        return end.minusDays(Finder.ITEM_DAYS - 1);
    }
}
