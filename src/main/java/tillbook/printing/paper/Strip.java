package tillbook.printing.paper;

import java.util.List;

/** A piece of paper as wide as the roll, below the one before it. Immutable. */
public sealed interface Strip {
    /** How much paper it takes, 8 dots a millimetre. */
    int heightDots();

    /** A row of text. */
    record Line(List<Run> runs, int heightDots) implements Strip {
        public Line {
            runs = List.copyOf(runs);
        }
    }

    /** Dots: a code, a logo. */
    record Picture(int leftDots, Bitmap bitmap) implements Strip {
        @Override
        public int heightDots() {
            return bitmap.height();
        }
    }

    /** Nothing. */
    record Feed(int heightDots) implements Strip {}

    /**
     * Here the sheet ends.
     *
     * @param full false if a corner holds it
     */
    record Cut(boolean full) implements Strip {
        @Override
        public int heightDots() {
            return 0;
        }
    }
}
