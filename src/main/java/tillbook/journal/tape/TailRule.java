package tillbook.journal.tape;

import org.jspecify.annotations.Nullable;

/** Tells a tail that a crash tore from damage. Stateless. */
final class TailRule {
    private TailRule() {}

    /**
     * What is damaged in the last segment; null if all that is missing was never acknowledged. A bad record is a torn
     * tail only if no later whole frame says that it had been forced, and if the search database has not applied it.
     *
     * @param appliedThrough highest sequence known to have been acknowledged
     */
    static @Nullable Damage damageIn(SegmentWalk walk, String segment, long appliedThrough) {
        DamageKind kind = kindOfDamage(walk, appliedThrough);
        return kind == null ? null : new Damage(segment, walk.last() + 1, kind);
    }

    private static @Nullable DamageKind kindOfDamage(SegmentWalk walk, long appliedThrough) {
        boolean proven = walk.last() < appliedThrough;
        DamageKind trouble = walk.trouble();
        if (trouble == null && walk.sealed() && walk.hasBytesBehind()) return DamageKind.BEHIND_SEAL;
        if (trouble == null) return proven ? DamageKind.TOO_SHORT : null;
        // Only a frame that is not whole can come from a crash: each place of a segment is written once.
        boolean tearable = trouble == DamageKind.RECORD;
        return !tearable || proven || walk.isWitnessedBehind(walk.last() + 1) ? trouble : null;
    }
}
