package tillbook.printing.engine;

import org.jspecify.annotations.Nullable;
import tillbook.printing.ConfirmationTier;

/** How far a sheet has come. Owned by the thread of its printer, whose classes write its fields. */
final class Sheet {
    final PrintJob job;
    final PrintWitness witness;
    private final long beganMs;
    /** Bytes that were taken from us. */
    int taken;
    /** Where the part under way ends. */
    int partEnd;
    /** Whether all of it was taken, with the question behind it. */
    boolean isAsked;
    /** The number that the printer gives back, if it does so. */
    long id = Long.MAX_VALUE;
    /** The question that the printer answers when it comes to it, if it does so. */
    long barrier;
    /** The last that was heard of the printer. */
    @Nullable
    PrinterStatus status;

    Sheet(PrintJob job, PrintWitness witness, long beganMs) {
        this.job = job;
        this.witness = witness;
        this.beganMs = beganMs;
    }

    Measured measured(String place, @Nullable ConfirmationTier tier, long nowMs, String detail) {
        return new Measured(place, tier, taken, job.sheet().length(), nowMs - beganMs, status, detail);
    }
}
