package tillbook.desktop.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FailureTest {
    private static final Pattern FILE = Pattern.compile("\\S*tillbook-fault-\\d+\\.txt");

    @Test
    void neitherTheSentenceNorTheFileOfAFailureHoldsASecret() throws IOException {
        String code = "281111111111110099";
        StringWriter said = new StringWriter();
        Exception problem = new IllegalStateException("no answer for " + code, new IOException("sent " + code));
        int exit = new Failure(Messages.of(Locale.ENGLISH)).tell(problem, new PrintWriter(said, true));
        assertEquals(ExitCode.BROKEN, exit);
        Matcher named = FILE.matcher(said.toString());
        assertTrue(named.find(), said::toString);
        Path file = Path.of(named.group());
        String story = Files.readString(file);
        Files.delete(file);
        assertTrue(story.contains("Caused by: ") && story.contains("FailureTest"), story);
        assertFalse((said + story).contains(code), said + story);
    }
}
