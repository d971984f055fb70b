package tillbook.bench;

import java.util.List;
import tillbook.journal.EventCodec;
import tillbook.journal.search.TapeRecord;

/**
 * Proves that losing the searchable copy costs a minute and not a morning: the H2 file made anew from a real tape, closed
 * and verified as at a start, beside the same tape only read, checked and decoded. It would lie with short sales; these
 * have about eight events each. The tape was written a moment ago, so the system has it in memory: an old disk adds its
 * own reading time.
 */
final class RebuildSpeed implements Benchmark {
    private static final double SALES_A_SECOND_MIN = 5_000;

    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public List<Row> run(Setting setting) throws Exception {
        GeneratedShop shop = setting.shop();
        TapeFolder tape = shop.tape();
        double[] sales = new double[setting.either(2, 3)];
        double[] reading = new double[sales.length];
        double[] ofProcessor = new double[sales.length];
        double[] ratios = new double[sales.length];
        for (int round = 0; round < sales.length; round++) {
            reading[round] = shop.sales() / secondsOf(() -> decodeAll(tape));
            Cpu cpu = Cpu.now();
            sales[round] = shop.sales() / secondsOf(() -> shop.rebuild(tape));
            ofProcessor[round] = shop.sales() / cpu.secondsSince();
            ratios[round] = sales[round] / reading[round];
        }
        Figure figure = Figure.ofSpeeds(sales, "sales/s");
        return List.of(new Row(
                name(),
                "H2 made anew from a tape of " + shop.sales() + " sales",
                figure,
                "the tape read and decoded",
                Figure.ofSpeeds(reading, "sales/s"),
                Figure.median(ratios),
                "≥ 5,000 sales/s",
                Verdict.of(figure.p50() >= SALES_A_SECOND_MIN),
                tape.acknowledgedThrough() + " events; " + Figure.rounded(Figure.median(ofProcessor))
                        + " sales in a second of processor time"));
    }

    private static double secondsOf(Turns.Step step) throws Exception {
        long from = System.nanoTime();
        step.run();
        return (System.nanoTime() - from) / 1e9;
    }

    private static void decodeAll(TapeFolder tape) {
        tape.read(1, RebuildSpeed::isEvent);
    }

    private static boolean isEvent(TapeRecord record) {
        if (EventCodec.decode(record.payload()) instanceof EventCodec.Decoded.Event) return true;
        throw new IllegalStateException(record + " is no event");
    }
}
