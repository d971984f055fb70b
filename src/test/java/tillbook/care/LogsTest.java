package tillbook.care;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsTest {
    private static final String CODE = "287630123456781234";
    private static final String BLOB = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKjMzEfYyjiWA4R";
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    private Path folder;

    @Test
    void noSecretReachesTheFilesByAnyLevelParameterOrException() throws IOException {
        Redaction.learn(PASSPHRASE);
        System.Logger logger = System.getLogger("tillbook.test");
        try (Logs logs = started(1 << 20, 3)) {
            logs.detail(System.Logger.Level.ALL);
            for (System.Logger.Level level : System.Logger.Level.values()) {
                if (level == System.Logger.Level.ALL || level == System.Logger.Level.OFF) continue;
                for (String secret : List.of(CODE, BLOB, PASSPHRASE, "sign=" + BLOB.substring(0, 30))) {
                    logger.log(level, "marker " + secret);
                    logger.log(level, "marker {0} and {1}", secret, List.of(secret));
                    logger.log(level, () -> "marker " + secret);
                    logger.log(level, "marker", nested(secret));
                    logger.log(level, () -> "marker", nested(secret));
                }
                logger.log(level, "marker {0}", Long.valueOf(CODE));
                logger.log(level, "marker {0}", new java.util.concurrent.atomic.AtomicReference<>(CODE));
            }
            Logger.getLogger("org.h2.something").warning("marker " + CODE);
        }
        String all = everything();
        assertTrue(all.split("marker", -1).length > 100, "the log was written");
        for (String secret : List.of(CODE, BLOB, BLOB.substring(0, 30), PASSPHRASE, "287,630")) {
            assertFalse(all.contains(secret), () -> secret + " in\n" + all);
        }
        assertTrue(all.contains("28************1234") && all.contains(Redaction.REMOVED));
        assertTrue(all.contains("Caused by: ") && all.contains("Suppressed: "));
    }

    @Test
    void numbersAreWrittenAsTheyAre() throws IOException {
        try (Logs logs = started(1 << 20, 3)) {
            logs.detail(System.Logger.Level.INFO);
            System.getLogger("tillbook.test").log(System.Logger.Level.INFO, "sequence {0}, 50% of {1}", 1234567, "x");
        }
        assertTrue(everything().contains("sequence 1234567, 50% of x"), everything());
    }

    @Test
    void filesAreBoundedInSizeAndNumberAndTheNewestLineIsKept() throws IOException {
        try (Logs logs = started(2048, 3)) {
            logs.detail(System.Logger.Level.INFO);
            System.Logger logger = System.getLogger("tillbook.test");
            for (int i = 0; i < 500; i++) logger.log(System.Logger.Level.INFO, "line number " + i);
            logger.log(System.Logger.Level.INFO, "long " + "x y ".repeat(5000));
            logger.log(System.Logger.Level.INFO, "the end");
        }
        List<Path> files = files();
        assertEquals(3, files.size());
        for (Path file : files) assertTrue(Files.size(file) <= 2048, file + " has " + Files.size(file));
        assertTrue(Files.readString(folder.resolve("tillbook.log")).contains("the end"));
    }

    @Test
    void everyFileIsItsOwnersAlone() throws IOException {
        try (Logs logs = started(1024, 4)) {
            logs.detail(System.Logger.Level.INFO);
            for (int i = 0; i < 100; i++) System.getLogger("tillbook.test").log(System.Logger.Level.INFO, "line " + i);
        }
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        for (Path file : files())
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aLogIsContinuedWhereItEnded() throws IOException {
        for (String line : List.of("first day", "second day")) {
            try (Logs logs = started(1 << 20, 3)) {
                logs.detail(System.Logger.Level.INFO);
                System.getLogger("tillbook.test").log(System.Logger.Level.INFO, line);
            }
        }
        String all = Files.readString(folder.resolve("tillbook.log"));
        assertTrue(all.indexOf("first day") < all.indexOf("second day") && all.contains("first day"));
    }

    @Test
    void librariesAreHeardFromWarningOnAndThisProgramFromInfo() throws IOException {
        try (Logs logs = started(1 << 20, 3)) {
            logs.detail(System.Logger.Level.INFO);
            Logger.getLogger("org.h2").info("chatter of a library");
            System.getLogger("tillbook.test").log(System.Logger.Level.DEBUG, "detail of ours");
            System.getLogger("tillbook.test").log(System.Logger.Level.INFO, "word of ours");
        }
        assertFalse(everything().contains("chatter") || everything().contains("detail"));
        assertTrue(everything().contains("word of ours"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnAnswer() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Logs.Start start = Logs.start(file.resolve("log"), ZoneOffset.UTC);
        String words = assertInstanceOf(Logs.Start.NotWritten.class, start).sentence(Locale.ENGLISH);
        assertTrue(words.contains(file.toString()) && words.contains("Sales are not affected"));
    }

    @Test
    void aDiskThatFailsLaterThrowsNothingAndTheLossIsCounted() throws IOException {
        LogFile file = new LogFile(folder, 1024, 2, new LogFormat(ZoneOffset.UTC));
        // A folder in the place of the predecessor: the rotation fails as on a broken disk.
        Path predecessor = folder.resolve("tillbook.1.log");
        Files.createDirectories(predecessor.resolve("full"));
        for (int i = 0; i < 40; i++)
            file.publish(new java.util.logging.LogRecord(Level.INFO, "line " + i + " of many words"));
        Files.delete(predecessor.resolve("full"));
        Files.delete(predecessor);
        file.publish(new java.util.logging.LogRecord(Level.INFO, "back again"));
        file.close();
        assertTrue(everything().contains("records could not be written"), everything());
        assertTrue(everything().contains("back again"));
    }

    @Test
    void boundsOutsideReasonAreABug() {
        assertThrows(IllegalArgumentException.class, () -> Logs.start(folder, ZoneOffset.UTC, 10, 3));
        assertThrows(IllegalArgumentException.class, () -> Logs.start(folder, ZoneOffset.UTC, 5000, 0));
    }

    private Logs started(long bytesPerFile, int files) {
        return assertInstanceOf(Logs.Start.Started.class, Logs.start(folder, ZoneOffset.UTC, bytesPerFile, files))
                .logs();
    }

    private static Throwable nested(String secret) {
        RuntimeException inner = new IllegalStateException("inner " + secret);
        RuntimeException suppressed = new IllegalArgumentException("suppressed " + secret);
        RuntimeException outer = new RuntimeException("outer " + secret, new IOException("middle " + secret, inner));
        outer.addSuppressed(suppressed);
        return outer;
    }

    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files()) all.append(Files.readString(file));
        return all.toString();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
