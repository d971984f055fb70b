package tillbook.diagnosis.cause;

import java.util.List;

/**
 * A cause with what led to it. Immutable.
 *
 * @param score weights for it less weights against it
 * @param because what speaks for it, the weightiest first; never empty
 * @param despite what speaks against it, the weightiest first
 */
public record RankedCause(Cause cause, int score, List<Finding> because, List<Finding> despite) {
    public RankedCause {
        because = List.copyOf(because);
        despite = List.copyOf(despite);
    }

    /** The weightiest evidence. */
    public Finding strongest() {
        return because.getFirst();
    }
}
