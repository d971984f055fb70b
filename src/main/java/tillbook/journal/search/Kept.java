package tillbook.journal.search;

import org.jspecify.annotations.Nullable;

/**
 * A row in the hands of a fold.
 *
 * @param stored as the database has it, null if it does not
 */
record Kept<T>(T row, @Nullable T stored) {
    static <T> Kept<T> loaded(T row) {
        return new Kept<>(row, row);
    }

    static <T> Kept<T> fresh(T row) {
        return new Kept<>(row, null);
    }

    Kept<T> changed(T to) {
        return new Kept<>(to, stored);
    }

    boolean isNew() {
        return stored == null;
    }

    boolean isDirty() {
        return !row.equals(stored);
    }
}
