package tillbook.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tillbook.settings.OwnerLock.Owner;
import tillbook.settings.OwnerLock.Taking;

class OwnerLockTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Owner ME = Owner.thisProcess("wang", NOW, "register");

    @TempDir
    private Path folder;

    /** Another process: takes the lock, says so, and holds it until its input ends. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws IOException {
            Taking taking =
                    OwnerLock.take(Path.of(args[0]), Owner.thisProcess("SHOP\\李", Instant.parse(args[1]), "restore"));
            System.out.println(taking.getClass().getSimpleName());
            if (System.in.read() >= 0) throw new IllegalStateException("nothing is ever said to the holder");
        }
    }

    @Test
    void aSecondProcessIsRefusedWithTheOwnersName() throws IOException, InterruptedException {
        Process holder = start();
        try {
            Owner owner = assertInstanceOf(Taking.HeldBy.class, OwnerLock.take(file(), ME))
                    .owner();
            assertEquals(new Owner(holder.pid(), "SHOP\\李", NOW, "restore"), owner);
            for (Locale locale : java.util.List.of(Locale.ENGLISH, Locale.CHINA)) {
                String words = owner.sentence(locale);
                assertTrue(
                        words.contains("" + holder.pid()) && words.contains("李") && words.contains("restore"), words);
            }
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatAKilledOwnerLeftBehindRefusesNobody() throws IOException, InterruptedException {
        Process holder = start();
        holder.destroyForcibly().waitFor();
        assertTrue(Files.readString(file()).contains("pid=" + holder.pid()), "the old words are still there");
        assertInstanceOf(Taking.Locked.class, OwnerLock.take(file(), ME)).lock().close();
    }

    @Test
    void aSecondTryInTheSameProcessIsRefusedAndLosesNoLock() throws IOException, InterruptedException {
        try (OwnerLock lock = assertInstanceOf(Taking.Locked.class, OwnerLock.take(file(), ME))
                .lock()) {
            assertEquals(
                    ME,
                    assertInstanceOf(Taking.HeldBy.class, OwnerLock.take(file(), ME))
                            .owner());
            Process other = process();
            assertEquals("HeldBy", firstWord(other));
            other.destroyForcibly().waitFor();
            assertNotEquals(null, lock);
        }
        OwnerLock again = assertInstanceOf(Taking.Locked.class, OwnerLock.take(file(), ME))
                .lock();
        again.close();
        try (OwnerLock next = assertInstanceOf(Taking.Locked.class, OwnerLock.take(file(), ME))
                .lock()) {
            again.close();
            assertInstanceOf(
                    Taking.HeldBy.class,
                    OwnerLock.take(file(), ME),
                    "closing twice took nothing from " + next.getClass());
        }
        assertEquals("", Files.readString(file()));
    }

    @Test
    void rubbishInTheFileIsAnUnknownOwnerAndNoFault() {
        for (String text : java.util.List.of("", "pid=x\n", "\\uXYZ", "pid=1\nuser=a\nsince=yesterday\nwhat=b\n")) {
            assertEquals(Owner.UNKNOWN, OwnerLock.parse(text), text);
        }
        assertTrue(Owner.UNKNOWN.sentence(Locale.ENGLISH).startsWith("The data folder is in use by another program."));
    }

    @Test
    void aFolderThatIsNotThereIsAnAnswer() {
        assertInstanceOf(
                Taking.Failed.class, OwnerLock.take(folder.resolve("none").resolve("lock"), ME));
    }

    private Process start() throws IOException {
        Process holder = process();
        assertEquals("Locked", firstWord(holder));
        return holder;
    }

    private static String firstWord(Process process) throws IOException {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        return said.readLine();
    }

    private Process process() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file().toString(),
                        NOW.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private Path file() {
        return folder.resolve("register.lock");
    }
}
