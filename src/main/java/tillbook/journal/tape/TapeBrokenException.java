package tillbook.journal.tape;

import org.jspecify.annotations.Nullable;

/**
 * The disk does not take what the tape must write. Nothing that was acknowledged is lost, nothing new is acknowledged, and
 * no payment may be taken until {@link Tape#force()} returns again; its text says what to do.
 */
public final class TapeBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean diskFull;

    TapeBrokenException(String whatAndRemedy, boolean diskFull, @Nullable Throwable cause) {
        super(whatAndRemedy, cause);
        this.diskFull = diskFull;
    }

    /** True if there is no room for a segment: freeing space helps. False if the disk refuses to write or to read. */
    public boolean diskFull() {
        return diskFull;
    }
}
