package tillbook.desktop.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.desktop.demo.Child;

/** The real program, ended hard by its own word. */
class HardEndTest {
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    private final List<String> said = new CopyOnWriteArrayList<>();

    @Test
    void theWordEndsTheProgramAndTheNextStartTellsOfItAndLosesNothing() throws Exception {
        try (Child register = register()) {
            says(register, "\"ready\"");
            register.type("2000000000015");
            register.type("281234567890128888");
            says(register, "\"type\":\"printed\"");
            register.type("trouble SET-PROVIDER on");
            says(register, "SET-PROVIDER");
            register.type("trouble SYS-CRASH now");
            assertEquals(Optional.of(137), register.end(WITHIN), said::toString);
        }
        try (Child again = register()) {
            String told = says(again, "\"type\":\"unclean-end\"");
            assertTrue(told.contains("SYS-CRASH") && told.contains("\"openAttempts\":0,\"vouchersOwed\":0"), told);
            again.type("quit");
            assertEquals(Optional.of(0), again.end(WITHIN), said::toString);
        }
        try (Child journal = started("journal", "find", "--practice", "--lang", "en")) {
            says(journal, "12.80");
        }
        assertTrue(Files.notExists(home.resolve("data/practice/settings.toml.before-trouble")));
    }

    private Child register() throws Exception {
        return started("--practice", "--no-window", "--json", "--lang", "en");
    }

    private Child started(String... arguments) throws Exception {
        Map<String, String> environment =
                Map.of("TILLBOOK_HOME", home.resolve("data").toString());
        return Child.start(environment, said::add, List.of(arguments));
    }

    private String says(Child register, String part) throws InterruptedException {
        return register.await(line -> line.contains(part), WITHIN)
                .orElseThrow(() -> new AssertionError(part + " in " + said));
    }
}
