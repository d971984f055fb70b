package tillbook.bench;

/**
 * One line of the report: a figure, what stands beside it in the same run, and what was promised.
 *
 * @param name of the benchmark
 * @param measured what the figure is of
 * @param beside what the other figure is of
 * @param ratio figure to other figure, of pairs that followed each other where there are pairs
 * @param note what a reader needs to judge the figure, such as processor time; may be empty
 */
public record Row(
        String name,
        String measured,
        Figure figure,
        String beside,
        Figure other,
        double ratio,
        String goal,
        Verdict verdict,
        String note) {}
