package tillbook.catalog;

import java.util.List;

/** What came of an import. Except for {@link Imported}, nothing in the catalogue has changed. Immutable. */
public sealed interface ImportAnswer {
    /** So many refused lines are reported at most; all are counted. */
    int REFUSED_LINES_REPORTED_MAX = 100;

    /** So many lines are read at most. */
    int LINES_MAX = 5_000_000;

    /**
     * All lines are taken over.
     *
     * @param ignoredColumns headers that mean nothing here, so their columns were left out
     */
    record Imported(int added, int changed, int unchanged, List<String> ignoredColumns) implements ImportAnswer {}

    /**
     * Some lines are no goods.
     *
     * @param lines the first ones, at most {@link #REFUSED_LINES_REPORTED_MAX}
     * @param total how many there are in all
     */
    record Refused(List<RefusedLine> lines, int total) implements ImportAnswer {}

    record NotAGoodsFile(NotGoods why) implements ImportAnswer {}

    /** The file is right, but the goods database could not keep it: disk full or broken. */
    record NotSaved() implements ImportAnswer {}

    /**
     * One line that is no good.
     *
     * @param line where it begins, counted from 1 as editors do
     */
    record RefusedLine(int line, GoodProblem problem) {}
}
