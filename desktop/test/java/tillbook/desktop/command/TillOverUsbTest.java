package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tillbook.hardware.mock.MockMachine;

/**
 * The whole register with its printer and its scanner on USB: each scenario runs in a JVM whose USB is a mock, and stands
 * here under its own name. Where the packages for it are missing they are skipped, which {@code TILLBOOK_MOCK_USB=required}
 * forbids.
 */
class TillOverUsbTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyScenario() throws IOException, InterruptedException {
        String missing = MockMachine.missing();
        if (!missing.isEmpty() && "required".equals(System.getenv("TILLBOOK_MOCK_USB"))) fail(missing);
        assumeTrue(missing.isEmpty(), missing);
        Map<String, String> outcomes = new MockMachine(folder).run(List.of(TillOverUsbScenario.class));
        assertFalse(outcomes.isEmpty(), "no scenario ran");
        return outcomes.entrySet().stream()
                .map(outcome -> DynamicTest.dynamicTest(outcome.getKey(), () -> {
                    if (!outcome.getValue().isEmpty()) fail(outcome.getValue());
                }));
    }
}
