package tillbook.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptKeyTest {
    @TempDir
    private Path home;

    private DataFolder folder = new DataFolder(Path.of(""), Mode.PRACTICE);

    @BeforeEach
    void aFolder() throws IOException {
        folder = new DataFolder(home, Mode.PRACTICE);
        Files.createDirectories(folder.path());
    }

    @Test
    void theKeyIsMadeOnceAndIsItsOwnersAlone() throws IOException {
        byte[] key = ReceiptKey.of(folder, new SecureRandom());
        assertEquals(ReceiptKey.BYTES, key.length);
        assertArrayEquals(key, ReceiptKey.of(folder, new SecureRandom()));
        Path file = folder.path().resolve("receipt.key");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aFileThatIsNoKeyIsNamedAndLeftAsItIs() throws IOException {
        Path file = folder.path().resolve("receipt.key");
        Files.writeString(file, "short");
        IOException refused = assertThrows(IOException.class, () -> ReceiptKey.of(folder, new SecureRandom()));
        assertTrue(String.valueOf(refused.getMessage()).contains(file.toString()));
        assertEquals("short", Files.readString(file));
    }
}
