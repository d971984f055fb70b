package tillbook.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.diagnosis.check.Subject;

class DeadLineTest {
    @TempDir
    private Path folder;

    @Test
    void everyCheckOfTheLineRunsToItsEndAndNothingAnswers() throws IOException {
        Optional<DeadLine.Examined> examined = DeadLine.examine(folder);
        assumeTrue(examined.isPresent(), "only root can make a network of its own: this was not made to happen");
        var measured = examined.orElseThrow().measured();
        assertEquals("up", measured.get(Subject.LINK));
        assertEquals("silent", measured.get(Subject.ADDRESS));
        assertEquals("silent", measured.get(Subject.FAR));
        assertEquals("noAnswer", measured.get(Subject.NAME));
        assertEquals(Subject.values().length, measured.size(), measured.toString());
    }
}
