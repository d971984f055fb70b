package tillbook.register;

import org.jspecify.annotations.Nullable;

/** Something that must never be. Its text names the seed that reproduces it. */
final class StormFound extends AssertionError {
    private static final long serialVersionUID = 1L;

    StormFound(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
