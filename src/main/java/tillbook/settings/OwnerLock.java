package tillbook.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tillbook.text.Texts;

/**
 * One register process a data folder. The operating system holds the lock and drops it with the process, however that
 * ends; what stands in the file only tells the second one who the first is, and is never believed without the lock.
 *
 * <p>On Linux and macOS a process loses its lock when it closes <em>any</em> channel on the file, so nothing else in the
 * register may open it: a backup leaves it out. Safe from any thread.
 */
public final class OwnerLock implements AutoCloseable {
    /** A byte far behind the text: Windows keeps others from reading what is locked, and the text must stay readable. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final int TEXT_BYTES_MAX = 4096;

    /** Held by this process, for the reason above: a second try in the same process must not open the file. */
    private static final Map<Path, Owner> HELD_HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;

    private OwnerLock(Path file, FileChannel channel, FileLock lock) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
    }

    /** What taking the lock came to. */
    public sealed interface Taking {
        /** This process owns the folder until the lock is closed. */
        record Locked(OwnerLock lock) implements Taking {}

        /** Another one does. */
        record HeldBy(Owner owner) implements Taking {}

        /** The file could not be opened. */
        record Failed(FolderProblem problem) implements Taking {}
    }

    /**
     * Who owns a folder.
     *
     * @param pid 0 where it is not known
     * @param since null where it is not known
     * @param what the command that runs: {@code register}, {@code restore}
     */
    public record Owner(long pid, String user, @Nullable Instant since, String what) {
        static final Owner UNKNOWN = new Owner(0, "?", null, "?");

        /** This process. */
        public static Owner thisProcess(String user, Instant now, String what) {
            return new Owner(ProcessHandle.current().pid(), user, now, what);
        }

        /** Who it is and what to do, for the one who is refused. */
        public String sentence(Locale locale) {
            Texts texts = Texts.of("settings", locale);
            String key = pid == 0 ? "lock.held.unknown" : "lock.held";
            return texts.text("and", texts.text(key, what, pid, user, since), texts.text("lock.remedy"));
        }
    }

    /**
     * Who holds the folder, empty if nobody does. Writes nothing and makes no file. Where nobody holds it the lock is had
     * for a moment, so this is for people who look, not for loops.
     */
    public static Optional<Owner> look(DataFolder folder) {
        Path file = folder.lock().toAbsolutePath().normalize();
        Owner here = HELD_HERE.get(file);
        if (here != null) return Optional.of(here);
        if (!Files.exists(file)) return Optional.empty();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false)) {
            return lock == null ? Optional.of(readAndClose(channel)) : Optional.empty();
        } catch (OverlappingFileLockException | IOException notToBeKnown) {
            return Optional.empty();
        }
    }

    /** Takes the lock or tells who has it. Never waits. */
    public static Taking take(DataFolder folder, Owner me) {
        return take(folder.lock(), me);
    }

    static Taking take(Path lockFile, Owner me) {
        Path file = lockFile.toAbsolutePath().normalize();
        Owner here = HELD_HERE.putIfAbsent(file, me);
        if (here != null) return new Taking.HeldBy(here);
        Taking taking = takeFromSystem(file, me);
        if (!(taking instanceof Taking.Locked)) HELD_HERE.remove(file);
        return taking;
    }

    private static Taking takeFromSystem(Path file, Owner me) {
        FileChannel channel = null;
        try {
            channel = FileChannel.open(
                    file,
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    SafeFile.ownerOnly(file, SafeFile.OWNER_FILE));
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) return new Taking.HeldBy(readAndClose(channel));
            write(channel, me);
            return new Taking.Locked(new OwnerLock(file, channel, lock));
        } catch (OverlappingFileLockException e) {
            close(channel);
            return new Taking.HeldBy(Owner.UNKNOWN);
        } catch (IOException e) {
            close(channel);
            return new Taking.Failed(new FolderProblem(FolderProblem.Code.NOT_WRITABLE, file));
        }
    }

    /** Gives the folder free. The file stays: removing it would let two processes lock two files of one name. */
    @Override
    public void close() {
        if (!lock.isValid()) return; // Closed before; by now the folder may have its next owner.
        try (channel) {
            channel.truncate(0);
            lock.release();
        } catch (IOException e) {
            // The process ends or the disk is gone; either way the operating system drops the lock.
            System.getLogger("tillbook.settings").log(System.Logger.Level.DEBUG, "lock file not cleared", e);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static void write(FileChannel channel, Owner me) throws IOException {
        String text = "pid=" + me.pid + "\nuser=" + escaped(me.user) + "\nsince=" + me.since + "\nwhat="
                + escaped(me.what) + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
    }

    /** Users of a Windows domain have a backslash in their names. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", " ");
    }

    private static Owner readAndClose(FileChannel channel) throws IOException {
        try (channel) {
            ByteBuffer bytes = ByteBuffer.allocate(TEXT_BYTES_MAX);
            channel.read(bytes, 0);
            return parse(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        }
    }

    static Owner parse(String text) {
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(text));
            return new Owner(
                    Long.parseLong(lines.getProperty("pid", "")),
                    lines.getProperty("user", "?"),
                    Instant.parse(lines.getProperty("since", "")),
                    lines.getProperty("what", "?"));
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            return Owner.UNKNOWN;
        }
    }

    private static void close(@Nullable FileChannel channel) {
        try (channel) {
            // Nothing was locked through it.
        } catch (IOException e) {
            System.getLogger("tillbook.settings").log(System.Logger.Level.DEBUG, "lock file not closed", e);
        }
    }
}
