package tillbook.payment.practice;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the book's lines go: a file of JSON lines that is only ever appended to and forced to the disk with each line, or
 * nowhere. A last line without its end was cut off by a crash before anybody was told of it, and is dropped. Used under
 * the book's lock.
 */
final class BookFile implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable FileChannel channel;
    /** So many bytes are whole lines; what lies behind them was cut off by a full disk. */
    private long whole;

    /** Appends behind so many bytes of whole lines. */
    BookFile(@Nullable FileChannel channel, long whole) {
        this.channel = channel;
        this.whole = whole;
    }

    static BookFile nowhere() {
        return new BookFile(null, 0);
    }

    /**
     * Opens or creates the file and hands over the lines it holds.
     *
     * @throws IOException if the file cannot be used; the text names it and says why
     */
    static BookFile open(Path path, Consumer<BookLine> lines) throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            claim(path, channel);
            read(path).forEach(lines);
            long whole = wholeBytes(path);
            channel.truncate(whole);
            return new BookFile(channel, whole);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Writes a line; when this returns, it is on the disk, and when it throws, nothing of it is in the book. */
    void append(BookLine line) throws IOException {
        if (channel == null) return;
        ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(line) + "\n").getBytes(UTF_8));
        try {
            // Also when it could not be cut off then.
            cutOff(channel);
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(false);
            whole = channel.position();
        } catch (IOException full) {
            try {
                cutOff(channel);
            } catch (IOException stays) {
                full.addSuppressed(stays);
            }
            throw full;
        }
    }

    private void cutOff(FileChannel from) throws IOException {
        from.truncate(whole);
        from.position(whole);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) channel.close();
    }

    private static void claim(Path path, FileChannel channel) throws IOException {
        @Nullable FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null)
            throw new IOException("another practice provider has the book " + path + "; choose another file");
    }

    private static List<BookLine> read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        String whole = new String(bytes, 0, (int) wholeBytes(path), UTF_8);
        List<BookLine> lines = new ArrayList<>();
        int number = 0;
        for (String line : whole.lines().toList()) {
            number++;
            lines.add(read(line, path, number));
        }
        return lines;
    }

    private static BookLine read(String line, Path path, int number) throws IOException {
        try {
            return JSON.readValue(line, BookLine.class);
        } catch (JacksonException e) {
            throw new IOException(path + " line " + number + " is no line of a practice book; choose another file", e);
        }
    }

    private static long wholeBytes(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') end--;
        return end;
    }
}
