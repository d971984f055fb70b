package tillbook.journal;

/**
 * Where records become durable, as the register sees it. Owned by the register thread.
 */
public interface JournalWriter {
    /**
     * Puts a payload behind the others, not yet durable.
     *
     * @return its sequence, from 1, without gaps
     * @throws JournalBrokenException if it cannot be written
     */
    long append(byte[] payload);

    /**
     * Makes everything appended durable. When it returns, a power cut loses none of it.
     *
     * @throws JournalBrokenException if it cannot be made durable: nothing appended since the last force may be acted upon
     */
    void force();

    /** Bytes that are set aside on the disk and cannot be taken by another program. */
    long bytesSetAside();

    /** Tries to write again after a failure; true once it holds. What was not acknowledged is gone. */
    boolean recover();
}
