package tillbook.printing.port;

import java.io.IOException;

/** The way to the printer is gone. Nothing is known of the bytes under way. */
public final class LinkLostException extends IOException {
    private static final long serialVersionUID = 1;

    public LinkLostException(String message) {
        super(message);
    }

    public LinkLostException(String message, Throwable cause) {
        super(message, cause);
    }
}
