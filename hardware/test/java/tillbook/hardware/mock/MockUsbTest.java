package tillbook.hardware.mock;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Printers and scanners through the real libusb, without any USB: each scenario runs in a JVM whose USB is a mock, and
 * stands here under its own name. Where the packages for it are missing they are skipped, which
 * {@code TILLBOOK_MOCK_USB=required} forbids.
 */
class MockUsbTest {
    private static final List<String> SCENARIOS =
            List.of("tillbook.hardware.usb.PrinterOverUsbScenario", "tillbook.hardware.usb.ScannersOverUsbScenario");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyScenario() throws IOException, InterruptedException, ClassNotFoundException {
        String missing = MockMachine.missing();
        if (!missing.isEmpty() && "required".equals(System.getenv("TILLBOOK_MOCK_USB"))) fail(missing);
        assumeTrue(missing.isEmpty(), missing);
        List<Class<?>> classes = new ArrayList<>();
        for (String name : SCENARIOS) classes.add(Class.forName(name));
        Map<String, String> outcomes = new MockMachine(folder).run(classes);
        assertFalse(outcomes.isEmpty(), "no scenario ran");
        return outcomes.entrySet().stream()
                .map(outcome -> DynamicTest.dynamicTest(outcome.getKey(), () -> {
                    if (!outcome.getValue().isEmpty()) fail(outcome.getValue());
                }));
    }
}
