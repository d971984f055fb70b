package tillbook.journal.tape;

import org.jspecify.annotations.Nullable;

/** What came of opening a tape. */
public sealed interface Opening {
    /**
     * The tape can be appended to.
     *
     * @param tape owned by the calling thread from now on
     * @param replay what the state is built from
     * @param torn a write that a crash cut short, null if there is none; nothing acknowledged is in it
     */
    record Opened(Tape tape, Replay replay, @Nullable TornTail torn) implements Opening {}

    /** An acknowledged record or its segment is not as it was written. Nothing was changed; mend it or restore a copy. */
    record Damaged(Damage damage) implements Opening {}

    /** A newer Tillbook wrote this tape. Nothing was changed; use that version, or read only. */
    record TooNew(String segment, int formatVersion) implements Opening {}
}
