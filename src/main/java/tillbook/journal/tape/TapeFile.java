package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file of fixed size. Owned by the thread that opened it. */
public interface TapeFile extends AutoCloseable {
    /** Size in bytes, zeros included. */
    int size();

    /** Writes all that remains in {@code bytes} at {@code offset}; durable only after {@link #force()}. */
    void write(int offset, ByteBuffer bytes) throws IOException;

    /**
     * Returns after everything written is on the disk. After an exception nothing is known about what was written, and a
     * second call that succeeds proves nothing: the system may have dropped the pages.
     */
    void force() throws IOException;

    /** The first {@code bytes} bytes, fewer if the file is shorter. */
    byte[] readHead(int bytes) throws IOException;

    /** Everything up to and with the last byte that is not zero. */
    byte[] readUsed() throws IOException;

    @Override
    void close() throws IOException;
}
