package tillbook.printing.escpos;

import java.util.Arrays;

/**
 * A document as the bytes of one printer. Immutable; whoever takes the bytes does not change them.
 */
public final class Encoded {
    private final byte[] bytes;
    private final int[] breaks;
    private final String replaced;

    Encoded(byte[] bytes, int[] breaks, String replaced) {
        this.bytes = bytes;
        this.breaks = breaks;
        this.replaced = replaced;
    }

    /** The same with other commands before it, which end at the last of these places. */
    Encoded below(byte[] first, int[] firstBreaks) {
        byte[] all = Arrays.copyOf(first, first.length + bytes.length);
        System.arraycopy(bytes, 0, all, first.length, bytes.length);
        int[] ends = Arrays.copyOf(firstBreaks, firstBreaks.length + breaks.length);
        for (int i = 0; i < breaks.length; i++) ends[firstBreaks.length + i] = first.length + breaks[i];
        return new Encoded(all, ends, replaced);
    }

    /** All bytes. The array is not copied. */
    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return bytes.length;
    }

    /** The characters that the printer cannot draw and that stand as {@code □} on the paper, each once; often empty. */
    public String replaced() {
        return replaced;
    }

    /**
     * Where a part that begins at {@code from} may end: at least {@code wanted} bytes later, and only between two
     * commands, as a question to the printer in the midst of one would become part of it.
     */
    public int partEnd(int from, int wanted) {
        int least = Math.min(bytes.length, from + wanted);
        int found = Arrays.binarySearch(breaks, least);
        int index = found >= 0 ? found : -found - 1;
        return index < breaks.length ? breaks[index] : bytes.length;
    }
}
