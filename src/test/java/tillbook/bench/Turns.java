package tillbook.bench;

import java.util.Arrays;

/**
 * Two ways of doing the same take turns in small blocks, so that a slow minute of the machine meets both, and what
 * neighbours are to each other holds where the figures themselves do not. Used by one thread.
 */
public final class Turns {
    /** One run of a thing, timed from outside. */
    public interface Step {
        /** Does it once. */
        void run() throws Exception;
    }

    /** One run that knows itself what of it counts. */
    public interface Run {
        /** How long that took, ns. */
        long nanos() throws Exception;
    }

    private final int blockSteps;
    private final long[] candidate;
    private final long[] beside;

    private Turns(int blocks, int blockSteps) {
        this.blockSteps = blockSteps;
        this.candidate = new long[blocks * blockSteps];
        this.beside = new long[blocks * blockSteps];
    }

    /** Runs both {@code blocks} times {@code blockSteps} times, after {@code warmBlocks} that do not count. */
    public static Turns take(int warmBlocks, int blocks, int blockSteps, Step candidate, Step beside) throws Exception {
        return measured(warmBlocks, blocks, blockSteps, () -> timed(candidate), () -> timed(beside));
    }

    /** As {@link #take}, of runs that measure themselves. */
    public static Turns measured(int warmBlocks, int blocks, int blockSteps, Run candidate, Run beside)
            throws Exception {
        Turns turns = new Turns(blocks, blockSteps);
        for (int block = -warmBlocks; block < blocks; block++) {
            // Who follows whom changes, because the second may find the disk or the processor in a better mood.
            boolean swapped = (block & 1) != 0;
            turns.block(block, swapped ? beside : candidate, swapped ? turns.beside : turns.candidate);
            turns.block(block, swapped ? candidate : beside, swapped ? turns.candidate : turns.beside);
        }
        return turns;
    }

    private static long timed(Step step) throws Exception {
        long from = System.nanoTime();
        step.run();
        return System.nanoTime() - from;
    }

    private void block(int block, Run run, long[] nanos) throws Exception {
        for (int i = 0; i < blockSteps; i++) {
            long took = run.nanos();
            if (block >= 0) nanos[block * blockSteps + i] = took;
        }
    }

    /** What is measured. */
    public Figure candidate() {
        return Figure.ofNanosInMs(candidate);
    }

    /** What stands beside it. */
    public Figure beside() {
        return Figure.ofNanosInMs(beside);
    }

    /** The median over the pairs of blocks of median to median. */
    public double ratio() {
        return overPairs((ours, other) -> ours / other);
    }

    /** The median over the pairs of blocks of median less median, ms. */
    public double differenceMs() {
        return overPairs((ours, other) -> (ours - other) / 1e6);
    }

    private interface OfPair {
        double of(double ours, double other);
    }

    private double overPairs(OfPair what) {
        double[] pairs = new double[candidate.length / blockSteps];
        for (int block = 0; block < pairs.length; block++) {
            pairs[block] = what.of(medianOf(candidate, block), medianOf(beside, block));
        }
        return Figure.median(pairs);
    }

    private double medianOf(long[] nanos, int block) {
        return Figure.median(Arrays.stream(nanos, block * blockSteps, (block + 1) * blockSteps)
                .mapToDouble(n -> n)
                .toArray());
    }
}
