package tillbook.journal.search;

/** Numbers of H2's {@code org.h2.api.ErrorCode}, which is not compiled against. */
final class ErrorCodes {
    /** DATABASE_ALREADY_OPEN_1. */
    static final int ALREADY_OPEN = 90020;

    /** FILE_CORRUPTED_1. */
    static final int FILE_CORRUPTED = 90030;

    /** How deep a chain of causes is looked at. */
    static final int CAUSES_MAX = 10;

    private ErrorCodes() {}
}
