package tillbook.journal.tape;

/** Gives the snapshot that a new segment begins with. Called inside {@link Tape#force()}, on the thread that owns the tape. */
@FunctionalInterface
public interface SnapshotSource {
    /**
     * The state after exactly the records up to and with {@code through}, which is what the last {@link Tape#force()}
     * acknowledged (or the opening replayed). Records appended since then must not be in it.
     *
     * @return at most {@link TapeOptions#payloadBytesMax()} bytes
     */
    byte[] snapshot(long through);
}
