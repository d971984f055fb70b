package tillbook.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That a run gives whole rows. What stands in them depends on the machine and is no matter of a test. */
class BenchTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final ByteArrayOutputStream problems = new ByteArrayOutputStream();
    private Path out;

    @BeforeEach
    void nameTheReport() {
        out = folder.resolve("figures.md");
    }

    private int bench(String... arguments) throws IOException {
        Stream<String> all = Stream.concat(Stream.of(arguments), Stream.of("--out", out.toString()));
        return Bench.run(all.toList(), print(said), print(problems));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    @Test
    void oneBenchmarkAloneGivesWholeRows() throws IOException {
        assertEquals(0, bench("--quick", "--only", "durable-step"), problems::toString);
        JsonNode report = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("figures.json")));
        assertTrue(report.get("machine").get("cores").asInt() > 0);
        JsonNode rows = report.get("rows");
        assertEquals(2, rows.size());
        for (JsonNode row : rows) assertWhole(row);
        String table = Files.readString(out);
        assertEquals(
                2,
                table.lines()
                        .filter(line -> line.startsWith("| durable-step |"))
                        .count(),
                table);
        assertTrue(said.toString(StandardCharsets.UTF_8).contains("ratio"), said::toString);
    }

    private static void assertWhole(JsonNode row) {
        assertEquals("durable-step", row.get("name").asString());
        assertFalse(row.get("goal").asString().isEmpty());
        assertTrue(List.of("MET", "NOT_MET").contains(row.get("verdict").asString()));
        assertTrue(row.get("ratio").asDouble() > 0);
        for (String side : List.of("figure", "other")) {
            JsonNode figure = row.get(side);
            assertTrue(figure.get("p50").asDouble() > 0);
            assertTrue(figure.get("p99").asDouble() >= figure.get("p50").asDouble());
            assertEquals("ms", figure.get("unit").asString());
        }
    }

    @Test
    void nothingButTheReportStays() throws IOException {
        bench("--quick", "--only", "sale-journalling");
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of("figures.json", "figures.md"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void anUnknownNameIsToldWithTheNamesThereAre() throws IOException {
        assertEquals(2, bench("--only", "stop-watch"));
        assertTrue(problems.toString(StandardCharsets.UTF_8).contains("durable-step"), problems::toString);
    }

    @Test
    void theMeasuredSaleForcesAsTheRegisterDoes() {
        assertEquals(
                "line-added, line-added, line-added, sale-frozen+attempt-created+attempt-sending, scan-paid",
                SaleSteps.words(SaleSteps.ofOneSale()));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertEquals(2.5, Figure.median(new double[] {4, 1, 3, 2}));
        assertEquals(3, Figure.median(new double[] {9, 3, 1}));
    }

    @Test
    void ofAHundredTimesOneIsWorseThanTheNinetyNinth() {
        double[] times = new double[100];
        for (int i = 0; i < times.length; i++) times[i] = i + 1;
        assertEquals(new Figure(50.5, 99, "ms"), Figure.ofTimes(times, "ms"));
        assertEquals(new Figure(50.5, 2, "sales/s"), Figure.ofSpeeds(times, "sales/s"));
    }

    @Test
    void aSlowMinuteOfTheMachineLeavesTheRatio() throws Exception {
        int[] run = {0};
        Turns turns = Turns.measured(0, 4, 2, () -> 3L * minute(run), () -> 2L * minute(run));
        assertEquals(1.5, turns.ratio());
    }

    /** The machine gets slower and slower, by the pair. */
    private static long minute(int[] run) {
        return 1_000_000L << (run[0]++ / 4);
    }
}
