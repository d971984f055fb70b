package tillbook.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * What many runs of one thing came to. Immutable.
 *
 * @param p50 the median
 * @param p99 of a hundred runs one was worse; of fewer than a hundred the worst
 * @param unit of both, e.g. {@code ms} or {@code sales/s}
 */
public record Figure(double p50, double p99, String unit) {
    private static final double WORST_OF_A_HUNDRED = 0.99;

    /** Durations in ns, told in ms. */
    public static Figure ofNanosInMs(long[] nanos) {
        return ofTimes(Arrays.stream(nanos).mapToDouble(n -> n / 1e6).toArray(), "ms");
    }

    /** Times, of which more is worse. */
    public static Figure ofTimes(double[] times, String unit) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int worst = (int) Math.ceil(sorted.length * WORST_OF_A_HUNDRED) - 1;
        return new Figure(median(sorted), sorted[Math.max(0, worst)], unit);
    }

    /** Speeds, of which less is worse. */
    public static Figure ofSpeeds(double[] speeds, String unit) {
        double[] sorted = speeds.clone();
        Arrays.sort(sorted);
        return new Figure(median(sorted), sorted[(int) (sorted.length * (1 - WORST_OF_A_HUNDRED))], unit);
    }

    /** The middle one, of an even number the mean of the middle two. */
    public static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** {@code 0.137 / 0.402 ms}. */
    String text() {
        return rounded(p50) + " / " + rounded(p99) + " " + unit;
    }

    /** Three figures that mean something. */
    public static String rounded(double figure) {
        double size = Math.abs(figure);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, figure);
    }
}
