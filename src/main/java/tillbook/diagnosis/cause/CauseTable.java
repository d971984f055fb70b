package tillbook.diagnosis.cause;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** The causes that are known, from {@code causes.toml}; a new one is a row there and its sentences. Immutable. */
public final class CauseTable {
    /** Nobody follows more. */
    public static final int STEPS_MAX = 5;

    private static final int WEIGHT_MAX = 100;
    private static final int ROWS_MAX = 500;
    private static final String FILE = "causes.toml";
    private static final CauseTable SHIPPED = shippedRows();

    private final List<Cause> rows;

    private CauseTable(List<Cause> rows) {
        this.rows = List.copyOf(rows);
    }

    /** The table that comes with the program. */
    public static CauseTable shipped() {
        return SHIPPED;
    }

    /** In the order of the file. */
    public List<Cause> rows() {
        return rows;
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException if a row does not hold; the text names the row and what is wrong in it
     */
    public static CauseTable parse(String text) {
        return of(Toml.parse(text));
    }

    private static CauseTable shippedRows() {
        try (InputStream in = CauseTable.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException("the causes are missing from this build");
            return of(Toml.parse(in));
        } catch (IOException e) {
            throw new IllegalStateException("the causes cannot be read: install Tillbook again", e);
        }
    }

    private static CauseTable of(TomlParseResult toml) {
        if (toml.hasErrors())
            throw new IllegalArgumentException(FILE + ": " + toml.errors().getFirst());
        TomlArray rows = toml.getArrayOrEmpty("cause");
        if (rows.size() > ROWS_MAX) throw new IllegalArgumentException(FILE + ": more than " + ROWS_MAX + " rows");
        List<Cause> read = new ArrayList<>();
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Cause cause = new Row(rows.getTable(i)).cause(i);
            if (!keys.add(cause.key())) throw new IllegalArgumentException(FILE + ": " + cause.key() + " stands twice");
            read.add(cause);
        }
        return new CauseTable(read);
    }

    /** One table of the file. */
    private record Row(TomlTable table) {
        private static final Set<String> FIELDS =
                Set.of("code", "variant", "telling", "for", "against", "symptoms", "mend", "steps");

        Cause cause(int place) {
            String code = table.getString("code", () -> "");
            require(code.matches("[A-Z]{3}(-[A-Z]+)+"), code, "code is one of the fault catalogue, like NET-LINK");
            String variant = table.getString("variant", () -> "");
            String key = variant.isEmpty() ? code : code + "." + variant;
            for (String field : table.keySet()) require(FIELDS.contains(field), key, "no such field: " + field);
            Set<Sign> telling = words("telling", Sign.class, key);
            Map<Sign, Integer> speaksFor = weights("for", key);
            Map<Sign, Integer> speaksAgainst = weights("against", key);
            require(!telling.isEmpty(), key, "telling names at least one sign");
            require(speaksFor.keySet().containsAll(telling), key, "every telling sign has a weight under for");
            for (Sign sign : speaksFor.keySet())
                require(!speaksAgainst.containsKey(sign), key, sign + " on both sides");
            Long steps = table.getLong("steps");
            require(steps != null && steps >= 1 && steps <= STEPS_MAX, key, "steps is 1 to " + STEPS_MAX);
            return new Cause(
                    key,
                    code,
                    telling,
                    speaksFor,
                    speaksAgainst,
                    words("symptoms", Symptom.class, key),
                    word(table.getString("mend", () -> "none"), Mend.class, key),
                    Math.toIntExact(steps == null ? 1 : steps),
                    place);
        }

        private Map<Sign, Integer> weights(String field, String key) {
            Map<Sign, Integer> weights = new EnumMap<>(Sign.class);
            TomlTable all = table.getTableOrEmpty(field);
            for (String name : all.keySet()) {
                Long weight = all.getLong(name);
                require(weight != null && weight >= 1 && weight <= WEIGHT_MAX, key, name + " weighs 1 to 100");
                weights.put(word(name, Sign.class, key), Math.toIntExact(weight == null ? 0 : weight));
            }
            return weights;
        }

        private <E extends Enum<E>> Set<E> words(String field, Class<E> type, String key) {
            Set<E> words = EnumSet.noneOf(type);
            TomlArray all = table.getArrayOrEmpty(field);
            for (int i = 0; i < all.size(); i++) words.add(word(all.getString(i), type, key));
            return words;
        }

        private static <E extends Enum<E>> E word(@Nullable String word, Class<E> type, String key) {
            try {
                return Enum.valueOf(
                        type, String.valueOf(word).toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        FILE + ": " + key + ": no " + type.getSimpleName() + " is called " + word, e);
            }
        }

        private static void require(boolean holds, String key, String otherwise) {
            if (!holds) throw new IllegalArgumentException(FILE + ": " + key + ": " + otherwise);
        }
    }
}
