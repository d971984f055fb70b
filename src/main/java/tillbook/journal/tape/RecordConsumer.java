package tillbook.journal.tape;

/** Receives records of a tape in their order. Called on the thread that reads. */
@FunctionalInterface
public interface RecordConsumer {
    /** One record; the payload is a copy that the receiver may keep. */
    void accept(long sequence, ChainHash hash, byte[] payload);
}
