package tillbook.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The fingerprints of all keys that a mode ever took in, in the open beside them: the other mode looks here without
 * having to unlock anything. One thread at a time.
 */
final class Fingerprints {
    private final Path file;

    private Fingerprints(Path file) {
        this.file = file;
    }

    static Fingerprints of(DataFolder folder) {
        return new Fingerprints(folder.path().resolve("keys.fingerprints"));
    }

    boolean has(String fingerprint) throws IOException {
        return all().contains(fingerprint);
    }

    void add(String fingerprint) throws IOException {
        List<String> lines = new ArrayList<>(all());
        if (lines.contains(fingerprint)) return;
        lines.add(fingerprint);
        SafeFile.replace(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII), false);
    }

    private List<String> all() throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
