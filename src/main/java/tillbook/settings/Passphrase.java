package tillbook.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import tillbook.care.Redaction;

/**
 * The file with the passphrase of one vault. It lies outside data and backups and is its owner's alone, so that a restart
 * needs no person and a copy of the data is no copy of the keys. One thread at a time.
 */
final class Passphrase {
    private static final int RANDOM_BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final int TEXT_BYTES_MAX = 4096;

    private final Path file;

    Passphrase(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** The name under which a data folder's passphrase is kept; made once, and it moves with the folder. */
    static String idOf(DataFolder folder, SecureRandom random) throws IOException {
        Path file = folder.path().resolve("keys.id");
        try {
            String id = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (id.matches("[0-9a-f]{16}")) return id;
        } catch (NoSuchFileException first) {
            // The first key of this folder is about to come.
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        SafeFile.replace(file, (id + "\n").getBytes(StandardCharsets.US_ASCII), false);
        return id;
    }

    /** Null bytes, line ends and an empty file aside, any text is a passphrase: a person may have chosen it. */
    Optional<char[]> read() throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > TEXT_BYTES_MAX) return Optional.empty();
        String text = Files.readString(file, StandardCharsets.UTF_8).strip();
        Redaction.learn(text);
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toCharArray());
    }

    /** Writes a new one that no one has to remember. */
    char[] create(SecureRandom random) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.exists(folder))
            Files.createDirectories(folder, SafeFile.ownerOnly(folder, SafeFile.OWNER_FOLDER));
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Redaction.learn(text);
        SafeFile.replace(file, (text + "\n").getBytes(StandardCharsets.US_ASCII), false);
        return text.toCharArray();
    }

    /** Shuts others out; true if they could read it until now. */
    boolean tighten() throws IOException {
        if (!SafeFile.hasPermissions(file) || !Files.exists(file)) return false;
        Set<?> now = Files.getPosixFilePermissions(file);
        if (SafeFile.OWNER_FILE.containsAll(now)) return false;
        Files.setPosixFilePermissions(file, SafeFile.OWNER_FILE);
        return true;
    }
}
