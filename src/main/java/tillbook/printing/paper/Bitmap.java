package tillbook.printing.paper;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Black and white dots. Immutable, safe from any thread. */
public final class Bitmap {
    private final int width;
    private final int height;
    private final byte[] rows;

    /**
     * Dots as printers take them: row by row, the leftmost dot in the highest bit, 1 is black, each row filled up to a
     * byte. The array is copied.
     *
     * @param width in dots, 1 or more
     */
    public Bitmap(int width, byte[] rows) {
        int rowBytes = (width + 7) / 8;
        if (width < 1 || rows.length % rowBytes != 0) {
            throw new IllegalArgumentException(rows.length + " bytes are no rows of " + width + " dots");
        }
        this.width = width;
        this.height = rows.length / rowBytes;
        this.rows = rows.clone();
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether the dot is black; white outside. */
    public boolean isBlack(int x, int y) {
        if (x < 0 || y < 0 || x >= width || y >= height) return false;
        return (rows[y * ((width + 7) / 8) + (x >> 3)] & 0x80 >> (x & 7)) != 0;
    }

    /** This one with another of the same width directly below. */
    Bitmap above(Bitmap other) {
        byte[] both = Arrays.copyOf(rows, rows.length + other.rows.length);
        System.arraycopy(other.rows, 0, both, rows.length, other.rows.length);
        return new Bitmap(width, both);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bitmap map && map.width == width && Arrays.equals(map.rows, rows);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(rows);
    }

    @Override
    public String toString() {
        return width + " × " + height + " dots";
    }

    /** Sets dots one by one. Owned by one thread. */
    static final class Pen {
        private final int width;
        private final byte[] rows;

        Pen(int width, int height) {
            this.width = width;
            this.rows = new byte[(width + 7) / 8 * height];
        }

        void fill(int left, int top, int wide, int high) {
            for (int y = top; y < top + high; y++) {
                for (int x = left; x < left + wide; x++)
                    rows[y * ((width + 7) / 8) + (x >> 3)] |= (byte) (0x80 >> (x & 7));
            }
        }

        Bitmap bitmap() {
            return new Bitmap(width, rows);
        }
    }
}
