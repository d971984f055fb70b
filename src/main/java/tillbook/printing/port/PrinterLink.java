package tillbook.printing.port;

/** An open way to a printer. Owned by one thread; only {@link #close} may be called by others. */
public interface PrinterLink extends AutoCloseable {
    /**
     * Offers bytes, for at most so long. A printer that stands still takes no more at some point: fewer bytes taken than
     * offered is an answer and no error.
     *
     * @return how many were taken, from 0; the rest is offered again with the same first byte
     * @throws LinkLostException if the link is gone; how much the printer got of these bytes is unknown
     */
    int write(byte[] bytes, int from, int count, long waitMs) throws LinkLostException;

    /**
     * Takes what the printer said, waiting for at most so long for the first byte.
     *
     * @return how many bytes came, 0 if none did in that time
     * @throws LinkLostException if the link is gone
     */
    int read(byte[] into, long waitMs) throws LinkLostException;

    /** Ends it; no error matters any more. */
    @Override
    void close();
}
