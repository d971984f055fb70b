package tillbook.printing.paper;

import java.util.ArrayList;
import java.util.List;

/** The row that is being filled, and how its characters look. Owned by one thread. */
final class LinePen {
    static final int SPACING_DEFAULT = 30;

    private static final int GAP_DOTS = SPACING_DEFAULT - Run.HEIGHT_DOTS;

    private final int dots;
    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int used;
    private int runLeft;
    private int wide = 1;
    private int high = 1;
    private boolean bold;
    private boolean reverse;
    private boolean underlined;
    private int align;
    private int spacing = SPACING_DEFAULT;

    LinePen(int dots) {
        this.dots = dots;
    }

    void reset() {
        text.setLength(0);
        runs.clear();
        used = 0;
        runLeft = 0;
        wide = 1;
        high = 1;
        bold = false;
        reverse = false;
        underlined = false;
        align = 0;
        spacing = SPACING_DEFAULT;
    }

    void size(int timesWide, int timesHigh) {
        endRun();
        wide = timesWide;
        high = timesHigh;
    }

    void bold(boolean on) {
        endRun();
        bold = on;
    }

    void reverse(boolean on) {
        endRun();
        reverse = on;
    }

    void underlined(boolean on) {
        endRun();
        underlined = on;
    }

    void align(int wanted) {
        align = wanted;
    }

    void spacing(int rowDots) {
        spacing = rowDots;
    }

    int spacing() {
        return spacing;
    }

    boolean isEmpty() {
        return used == 0;
    }

    /** Whether the character still fits on the row. */
    boolean fits(int codePoint) {
        return used + dotsOf(codePoint) <= dots;
    }

    void write(int codePoint) {
        text.appendCodePoint(codePoint);
        used += dotsOf(codePoint);
    }

    private int dotsOf(int codePoint) {
        return (codePoint < 0x80 ? Run.CELL_DOTS : 2 * Run.CELL_DOTS) * wide;
    }

    private void endRun() {
        if (text.isEmpty()) return;
        runs.add(new Run(runLeft, text.toString(), wide, high, bold, reverse, underlined));
        runLeft = used;
        text.setLength(0);
    }

    /** How far from the left something of that width begins. */
    int left(int widthDots) {
        return align * Math.max(0, dots - widthDots) / 2;
    }

    /** The row as it comes out, and an empty one in its place. */
    Strip.Line print() {
        endRun();
        int shift = left(used);
        int tallest = runs.stream().mapToInt(Run::high).max().orElse(1);
        List<Run> shifted = runs.stream()
                .map(run -> new Run(
                        run.leftDots() + shift,
                        run.text(),
                        run.wide(),
                        run.high(),
                        run.bold(),
                        run.reverse(),
                        run.underlined()))
                .toList();
        runs.clear();
        used = 0;
        runLeft = 0;
        return new Strip.Line(shifted, Math.max(spacing, tallest * Run.HEIGHT_DOTS + GAP_DOTS));
    }
}
