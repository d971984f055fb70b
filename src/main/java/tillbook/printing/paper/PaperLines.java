package tillbook.printing.paper;

import java.util.ArrayList;
import java.util.List;
import tillbook.printing.document.Cells;

/** A paper for a screen of cells, which shows every character in one size: what can be read, where it stands. Pure. */
public final class PaperLines {
    private static final String CUT = "- ";

    private PaperLines() {}

    /** One line a row of text, pictures by their size in brackets, a dashed line where it was cut. */
    public static List<String> of(Paper paper) {
        List<String> lines = new ArrayList<>();
        for (Strip strip : paper.strips()) {
            switch (strip) {
                case Strip.Line line -> lines.add(line(line));
                case Strip.Picture picture ->
                    lines.add(" ".repeat(picture.leftDots() / Run.CELL_DOTS) + "[" + picture.bitmap() + "]");
                case Strip.Feed _ -> lines.add("");
                case Strip.Cut _ ->
                    lines.add(CUT.repeat(paper.dots() / Run.CELL_DOTS / CUT.length())
                            .strip());
            }
        }
        return lines;
    }

    private static String line(Strip.Line line) {
        StringBuilder text = new StringBuilder();
        int cells = 0;
        for (Run run : line.runs()) {
            int wanted = (run.leftDots() + inside(run)) / Run.CELL_DOTS;
            int gap = Math.max(0, wanted - cells);
            text.repeat(' ', gap).append(run.text());
            cells += gap + Cells.width(run.text());
        }
        return text.toString().stripTrailing();
    }

    /** A large run is set in the middle of its place, where its small characters leave room. */
    private static int inside(Run run) {
        String text = run.text().stripTrailing();
        boolean filled = text.length() < run.text().length();
        return filled ? 0 : (run.widthDots() - Cells.width(text) * Run.CELL_DOTS) / 2;
    }
}
