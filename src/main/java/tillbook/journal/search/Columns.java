package tillbook.journal.search;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tillbook.money.Money;

/** How values that are no plain column become one. */
final class Columns {
    /** So many low bits of a line's key are its place in the sale. */
    private static final int PLACE_BITS = 20;

    private Columns() {}

    static String means(Set<Means> means) {
        if (means.isEmpty()) return "";
        return EnumSet.copyOf(means).stream().map(Means::name).collect(Collectors.joining(" "));
    }

    static Set<Means> means(String text) {
        if (text.isEmpty()) return Set.of();
        return Arrays.stream(text.split(" ", -1)).map(Means::valueOf).collect(Collectors.toSet());
    }

    static @Nullable Long fen(@Nullable Money money) {
        return money == null ? null : money.fen();
    }

    static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : Money.ofFen(fen);
    }

    static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** Numbers are kept reversed, so that "ends with" is a range of an index. */
    static @Nullable String reversed(@Nullable String number) {
        return number == null ? null : new StringBuilder(number).reverse().toString();
    }

    /** A line's key: lines lie beside each other in the order of their sale and need no other index. */
    static long lineKey(long sale, int place) {
        return (sale << PLACE_BITS) | place;
    }

    static long firstLineKey(long sale) {
        return lineKey(sale, 0);
    }

    static long lastLineKey(long sale) {
        return lineKey(sale, (1 << PLACE_BITS) - 1);
    }

    static long saleOfLineKey(long key) {
        return key >> PLACE_BITS;
    }
}
