package tillbook.care;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The log on disk: {@code tillbook.log} and its predecessors {@code tillbook.1.log} …, each of a bounded size, each its
 * owner's alone from the moment it exists (the JDK's own file handler makes files that others can read). A disk that
 * takes no more stops no sale: records that could not be written are counted, and the count is written as soon as one
 * can be. Safe from any thread.
 */
final class LogFile extends Handler {
    private final Path folder;
    private final long bytesPerFile;
    private final int files;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable FileChannel channel;
    private boolean closed;
    private long lost;

    /**
     * Opens the newest file for appending.
     *
     * @param files at least 1, the newest included
     * @throws IOException if the folder cannot be written
     */
    LogFile(Path folder, long bytesPerFile, int files, LogFormat format) throws IOException {
        this.folder = folder;
        this.bytesPerFile = bytesPerFile;
        this.files = files;
        setFormatter(format);
        this.channel = open();
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) return;
        byte[] line = getFormatter().format(record).getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            if (lost > 0) write(("… " + lost + " records could not be written\n").getBytes(StandardCharsets.UTF_8));
            lost = 0;
            write(line);
        } catch (IOException e) {
            lost++;
        } finally {
            lock.unlock();
        }
    }

    /** Every record is handed to the operating system at once; there is nothing to flush. */
    @Override
    public void flush() {}

    @Override
    public void close() {
        lock.lock();
        try {
            if (channel != null) channel.close();
        } catch (IOException e) {
            lost++;
        } finally {
            channel = null;
            closed = true;
            lock.unlock();
        }
    }

    private void write(byte[] line) throws IOException {
        if (closed) return;
        FileChannel out = channel;
        // A rotation that failed half way left no file open; the disk may be well again by now.
        if (out == null) out = channel = open();
        if (out.size() > 0 && out.size() + line.length > bytesPerFile) out = rotate(out);
        // A single record may be longer than a file; it is cut rather than given one without a bound.
        ByteBuffer bytes = ByteBuffer.wrap(line, 0, (int) Math.min(line.length, bytesPerFile));
        while (bytes.hasRemaining()) out.write(bytes);
    }

    private FileChannel rotate(FileChannel full) throws IOException {
        channel = null;
        full.close();
        for (int i = files - 1; i > 0; i--) {
            if (Files.exists(file(i - 1))) Files.move(file(i - 1), file(i), StandardCopyOption.REPLACE_EXISTING);
        }
        if (files == 1) Files.deleteIfExists(file(0));
        FileChannel fresh = open();
        channel = fresh;
        return fresh;
    }

    private Path file(int age) {
        return folder.resolve(age == 0 ? "tillbook.log" : "tillbook." + age + ".log");
    }

    private FileChannel open() throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        return FileChannel.open(file(0), Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND), mine);
    }
}
