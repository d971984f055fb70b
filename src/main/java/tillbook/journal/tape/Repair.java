package tillbook.journal.tape;

import java.util.Optional;

/** Knows what damaged places of a tape held, such as the search database. Its word is taken only if the chain proves it. */
public interface Repair {
    /** What the record was; empty if not known. */
    Optional<Candidate> record(long sequence);

    /** The state after the records through a sequence, for a snapshot that is not whole; empty if it cannot be had. */
    Optional<byte[]> snapshot(long through);

    /** A payload as it was kept elsewhere, with the hash that was kept beside it. */
    final class Candidate {
        private final byte[] payload;
        private final ChainHash hash;

        /** The array is not copied and must not change. */
        public Candidate(byte[] payload, ChainHash hash) {
            this.payload = payload;
            this.hash = hash;
        }

        boolean continues(long sequence, ChainHash previous) {
            return ChainHash.of(sequence, previous, payload).equals(hash);
        }

        byte[] payload() {
            return payload;
        }

        ChainHash hash() {
            return hash;
        }
    }
}
