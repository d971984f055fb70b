package tillbook.register;

import org.jspecify.annotations.Nullable;

/** Something that must never be. Its text names the seed that reproduces it. */
final class StormFound extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final long seed;

    StormFound(long seed, Mutant mutant, String what, @Nullable Throwable cause) {
        super("seed " + seed + ", mutant " + mutant + ": " + what, cause);
        this.seed = seed;
    }

    long seed() {
        return seed;
    }
}
