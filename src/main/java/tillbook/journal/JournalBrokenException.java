package tillbook.journal;

/** The journal cannot be written. Its message names the file, what failed and the remedy. */
public final class JournalBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public JournalBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
