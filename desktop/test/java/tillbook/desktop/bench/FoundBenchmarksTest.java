package tillbook.desktop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import tillbook.bench.Benchmark;

/** That {@code ./tillbook bench} finds the window's benchmarks, by the names that {@code --only} takes. */
class FoundBenchmarksTest {
    @Test
    void allAreFoundInTheOrderOfTheReport() {
        assertEquals(
                List.of(
                        "scan-to-line",
                        "ready-to-scan",
                        "window-memory",
                        "paid-to-paper",
                        "wizard-beside",
                        "wizard-dead-line",
                        "usb-bytes"),
                ServiceLoader.load(Benchmark.class).stream()
                        .map(found -> found.get().name())
                        .toList());
    }
}
