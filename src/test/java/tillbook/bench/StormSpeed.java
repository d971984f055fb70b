package tillbook.bench;

import java.util.List;
import tillbook.register.Storm;

/**
 * Proves that a hundred thousand lives of a register can be lived before every release: lives of the storm a second, on
 * all processors. The first lives, before the virtual machine has learned the code, stand beside. It would lie if a life
 * became shorter: then the figure rises and proves less, so the storm's own table of what was lived belongs to it.
 */
final class StormSpeed implements Benchmark {
    private static final double LIVES_A_SECOND_MIN = 5_000;
    private static final int COLD_LIVES = 2_000;

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public List<Row> run(Setting setting) {
        long seed = 1;
        double cold = Storm.livesASecond(seed, COLD_LIVES);
        seed += COLD_LIVES;
        int warmUp = setting.either(10_000, 40_000);
        Storm.livesASecond(seed, warmUp);
        seed += warmUp;
        double[] warm = new double[setting.either(3, 7)];
        double[] ofProcessor = new double[warm.length];
        int lives = setting.either(10_000, 20_000);
        for (int round = 0; round < warm.length; round++, seed += lives) {
            Cpu cpu = Cpu.now();
            warm[round] = Storm.livesASecond(seed, lives);
            ofProcessor[round] = lives / cpu.secondsSince();
        }
        return List.of(row(warm, cold, Figure.median(ofProcessor)));
    }

    private Row row(double[] warm, double cold, double ofProcessor) {
        Figure figure = Figure.ofSpeeds(warm, "lives/s");
        return new Row(
                name(),
                "lives of the storm after a warm-up",
                figure,
                "the first " + COLD_LIVES + " lives",
                new Figure(cold, cold, "lives/s"),
                figure.p50() / cold,
                "≥ 5,000 lives/s",
                Verdict.of(figure.p50() >= LIVES_A_SECOND_MIN),
                Figure.rounded(ofProcessor) + " lives in a second of processor time");
    }
}
