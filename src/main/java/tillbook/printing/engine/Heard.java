package tillbook.printing.engine;

import java.util.List;

/** One thing that a printer said. Immutable. */
sealed interface Heard {
    /** The answer to {@code DLE EOT}; it does not say to which. */
    record RealTime(int bits) implements Heard {}

    /** The answer to {@code GS r 1}. */
    record Sensor(int bits) implements Heard {
        boolean isPaperEnd() {
            return (bits & 0x0C) != 0;
        }
    }

    /** What {@code GS a} sends by itself. */
    record Automatic(List<Integer> bits) implements Heard {}

    /**
     * Everything that ends with a zero.
     *
     * @param kind its first byte
     * @param text the bytes between, as Latin-1
     */
    record Block(int kind, String text) implements Heard {}

    /** A byte that means nothing here. */
    record Noise(int bits) implements Heard {}
}
