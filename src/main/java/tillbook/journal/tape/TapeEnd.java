package tillbook.journal.tape;

import org.jspecify.annotations.Nullable;

/**
 * Where a tape ends at a start.
 *
 * @param segment what can be appended to; null if the next record begins a new segment
 * @param segmentNumber number of the last segment, 0 if there is none
 * @param sealed whether that segment bears its seal
 */
record TapeEnd(@Nullable OpenSegment segment, long segmentNumber, boolean sealed, long last, ChainHash lastHash) {
    static final TapeEnd OF_NOTHING = new TapeEnd(null, 0, false, 0, ChainHash.GENESIS);
}
