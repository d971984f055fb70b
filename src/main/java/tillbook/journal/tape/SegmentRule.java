package tillbook.journal.tape;

import org.jspecify.annotations.Nullable;

/** Tells whether a segment holds what it owes, by the word of those that know: the next segment or the open tape. Stateless. */
final class SegmentRule {
    private SegmentRule() {}

    /** What is damaged in a segment whose successor is known; the walk went through {@code behind.continues()}. */
    static @Nullable Damage damageIn(SegmentWalk walk, String segment, SegmentHeader behind) {
        Damage missing = damageBefore(behind.continues(), walk, segment);
        if (missing != null || !behind.afterSeal()) return missing;
        if (!walk.takeSealHere()) return new Damage(segment, walk.last() + 1, DamageKind.SEAL);
        return walk.hasBytesBehind() ? new Damage(segment, walk.last() + 1, DamageKind.BEHIND_SEAL) : null;
    }

    /** What is damaged if every record through {@code end} must be there. */
    static @Nullable Damage damageBefore(long end, SegmentWalk walk, String segment) {
        DamageKind trouble = walk.trouble();
        if (trouble == null && walk.last() < end) trouble = DamageKind.TOO_SHORT;
        return trouble == null ? null : new Damage(segment, walk.last() + 1, trouble);
    }
}
