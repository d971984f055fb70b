package tillbook.journal.search;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The copy was made anew from the tape.
 *
 * @param records how many were applied
 * @param keptAside where the old file is now, null if there was none
 */
public record Rebuilt(
        JournalSearch search,
        Why why,
        long records,
        @Nullable Path keptAside) implements Opened {
    /** Why the old file was not good enough. */
    public enum Why {
        /** There was no file. */
        MISSING,
        /** A database without our tables: a torn file can open like that. */
        EMPTY,
        /** The database could not open or read it. */
        UNREADABLE,
        /** Its rows contradict each other. */
        INCONSISTENT,
        /** An event in it is not the one on the tape: damaged, changed, or of another register. */
        DIFFERS,
        /** Written by an older Tillbook. */
        OLDER_SCHEMA,
        /** Written by a newer Tillbook. */
        NEWER_SCHEMA,
        /** Somebody asked for it. */
        ASKED
    }
}
