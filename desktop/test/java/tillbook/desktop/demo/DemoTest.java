package tillbook.desktop.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("kill")
class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void theDemonstrationEndsWithTwoBooksThatAgreeAndLeavesEverythingBehind() throws Exception {
        demonstrate(false);
        assertFalse(Files.exists(folder.resolve("screenshots")));
    }

    @Test
    void theRealWindowIsShownInEveryStep() throws Exception {
        demonstrate(true);
        assertEquals(9, count(folder.resolve("screenshots")));
    }

    private void demonstrate(boolean window) throws Exception {
        List<String> shown = new ArrayList<>();
        boolean agree = Demo.run(
                folder,
                Locale.SIMPLIFIED_CHINESE,
                line -> {
                    synchronized (shown) {
                        shown.add(line);
                    }
                },
                false,
                window);
        assertTrue(agree, () -> String.join("\n", shown));
        assertTrue(Files.readString(folder.resolve("summary.json")).contains("\"booksAgree\":true"));
        assertTrue(Files.readString(folder.resolve("summary.txt")).contains("两本账一分不差"));
        assertEquals(5, count(folder.resolve("receipts")));
        assertTrue(
                shown.stream().anyMatch(line -> line.contains("实收") && line.contains("20.00")),
                () -> "not the note that was typed: " + String.join("\n", shown));
        for (String name : List.of("transcript.txt", "transcript.jsonl", "journal.csv", "journal.jsonl")) {
            String text = Files.readString(folder.resolve(name));
            assertFalse(text.isBlank(), name);
            assertFalse(text.contains("281000000000010005"), name + " holds a payment code");
        }
    }

    private static long count(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.count();
        }
    }
}
