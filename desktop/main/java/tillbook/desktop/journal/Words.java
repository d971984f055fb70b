package tillbook.desktop.journal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tillbook.journal.search.Means;
import tillbook.journal.search.SaleState;
import tillbook.journal.search.SearchProblem;
import tillbook.journal.search.SearchWording;
import tillbook.text.Texts;

/** The words of this room in one language, with the shop's time. Immutable. */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Texts texts;
    private final SearchWording search;
    private final ZoneId zone;

    /** The words in a language, with times of this zone. */
    public Words(Locale language, ZoneId zone) {
        this.texts = Texts.of("desktop.journal", language);
        this.search = SearchWording.of(language);
        this.zone = zone;
    }

    /** A sentence of this room. */
    public String text(String key, @Nullable Object... args) {
        return texts.text(key, args);
    }

    /** Day and time of a moment, ms since the epoch. */
    public String time(long atMs) {
        return TIME.format(Instant.ofEpochMilli(atMs).atZone(zone));
    }

    /** The word for a value of an enum. */
    public String of(String group, Enum<?> value) {
        return texts.text(group + "." + value);
    }

    /** Where a sale stands. */
    public String name(SaleState state) {
        return search.name(state);
    }

    /** A means of payment. */
    public String name(Means means) {
        return search.name(means);
    }

    /** What is wrong with the searchable copy, and what to do. */
    public String sentence(SearchProblem problem) {
        return search.sentence(problem);
    }
}
