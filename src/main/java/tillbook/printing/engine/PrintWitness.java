package tillbook.printing.engine;

import tillbook.printing.ConfirmationTier;

/** Writes down what is about to happen to a job. Called on the printing thread. */
public interface PrintWitness {
    /**
     * The first byte is about to leave. Returns when this is durable; if it throws, nothing is sent.
     *
     * @param sha256 of the bytes, as hex
     */
    void sending(String sha256, int bytes, ConfirmationTier tier);

    /** The last byte was taken, which says nothing of paper. */
    void sent();
}
