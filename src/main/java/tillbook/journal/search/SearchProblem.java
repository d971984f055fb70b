package tillbook.journal.search;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with the searchable copy. None of it is a loss: the tape has everything. {@link SearchWording} makes
 * the sentence.
 */
public sealed interface SearchProblem {
    /** Another process has the file open. */
    record InUse() implements SearchProblem {}

    /** No space is left where the file lies. */
    record DiskFull() implements SearchProblem {}

    /** What is read is not what was written. */
    record Damaged() implements SearchProblem {}

    /**
     * The database refused.
     *
     * @param code its error code, for a hotline
     */
    record DatabaseFailed(int code) implements SearchProblem {}

    /** The file or its folder refused. */
    record FileFailed(String what) implements SearchProblem {}

    /** The tape could not be read, so there is nothing to copy from. */
    record TapeUnreadable() implements SearchProblem {}

    /** The tape handed out records that do not follow each other. */
    record TapeGap(long expected, long found) implements SearchProblem {}

    /** The tape's record differs from the one that was applied under its number. */
    record ChainDiffers(long sequence) implements SearchProblem {}

    /** The copy knows a record that the tape does not: the tape is mended first. */
    record AheadOfTape(long applied) implements SearchProblem {}

    /** Sorts what the database threw. */
    static SearchProblem of(SQLException thrown) {
        if (thrown instanceof DamagedRowException) return new Damaged();
        if (thrown.getErrorCode() == ErrorCodes.ALREADY_OPEN) return new InUse();
        if (isDiskFull(thrown)) return new DiskFull();
        if (thrown.getErrorCode() == ErrorCodes.FILE_CORRUPTED) return new Damaged();
        return new DatabaseFailed(thrown.getErrorCode());
    }

    private static boolean isDiskFull(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < ErrorCodes.CAUSES_MAX; depth++) {
            if (cause instanceof IOException && says(cause.getMessage())) return true;
            cause = cause.getCause();
        }
        return false;
    }

    /** The words of Linux, macOS and Windows; Java has no code for it. */
    private static boolean says(@Nullable String message) {
        return message != null
                && (message.contains("No space left")
                        || message.contains("not enough space")
                        || message.contains("Disk quota exceeded"));
    }
}
