package tillbook.hardware.mock;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs scenarios in this JVM, which the bridge started, and writes what became of each into a file: a line with its name and
 * nothing behind it, or with what went wrong, line ends written as a vertical tab.
 */
public final class MockSuite {
    private MockSuite() {}

    /** The file, and the names of the classes. */
    public static void main(String[] arguments) {
        Path report = Path.of(arguments[0]);
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
        Arrays.stream(arguments).skip(1).forEach(name -> request.selectors(selectClass(name)));
        LauncherFactory.create().execute(request.build(), new Reporter(report));
        System.exit(0);
    }

    private record Reporter(Path file) implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            Throwable thrown = result.getThrowable().orElse(null);
            if (!test.isTest() && thrown == null) return;
            StringWriter why = new StringWriter();
            if (thrown != null) thrown.printStackTrace(new PrintWriter(why));
            String line = test.getDisplayName() + "\t" + why.toString().replace('\n', '\u000b') + "\n";
            try {
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException("the report cannot be written: " + file, e);
            }
        }
    }
}
