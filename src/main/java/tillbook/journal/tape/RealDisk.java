package tillbook.journal.tape;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of the real file system. Files are made readable for their owner alone (0600, the folder 0700) where the
 * system knows such rights. Safe for use by several threads.
 */
public final class RealDisk implements TapeDisk {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final byte[] ZEROS = new byte[64 * 1024];

    private final Path folder;

    private RealDisk(Path folder) {
        this.folder = folder;
    }

    /** Uses {@code folder}, making it (and its parents) if it is not there. */
    public static RealDisk at(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) Files.createDirectories(folder, ownerOnly("rwx------"));
        return new RealDisk(folder);
    }

    @Override
    public List<String> list() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Override
    public TapeFile create(String name, int bytes) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileChannel channel = FileChannel.open(folder.resolve(name), options, ownerOnly("rw-------"));
        try {
            fillWithZeros(channel, bytes);
            channel.force(true);
            return new RealFile(channel, bytes);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public TapeFile openToRead(String name) throws IOException {
        return open(name, StandardOpenOption.READ);
    }

    @Override
    public TapeFile open(String name) throws IOException {
        return open(name, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private TapeFile open(String name, OpenOption... options) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(name), options);
        return new RealFile(channel, Math.toIntExact(channel.size()));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(
                folder.resolve(from),
                folder.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public void syncDirectory() throws IOException {
        // Windows cannot open a folder as a file; its file system journals names by itself.
        if (!POSIX) return;
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public long usableSpace() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    @Override
    public String toString() {
        return folder.toString();
    }

    private static void fillWithZeros(FileChannel channel, int bytes) throws IOException {
        // Zeros are written, not skipped: a hole in a file would need space (and metadata) at the first sale.
        for (int done = 0; done < bytes; ) {
            done += channel.write(ByteBuffer.wrap(ZEROS, 0, Math.min(ZEROS.length, bytes - done)), done);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String rights) {
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(rights);
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private record RealFile(FileChannel channel, int size) implements TapeFile {
        @Override
        public void write(int offset, ByteBuffer bytes) throws IOException {
            for (int at = offset; bytes.hasRemaining(); ) at += channel.write(bytes, at);
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
        }

        @Override
        public byte[] readHead(int bytes) throws IOException {
            ByteBuffer head = ByteBuffer.allocate(Math.min(bytes, size));
            while (head.hasRemaining()) {
                if (channel.read(head, head.position()) < 0) break;
            }
            return head.array();
        }

        @Override
        public byte[] readUsed() throws IOException {
            byte[] all = readHead(size);
            int end = all.length;
            while (end > 0 && isZero(all, Math.max(0, end - ZEROS.length), end)) end = Math.max(0, end - ZEROS.length);
            while (end > 0 && all[end - 1] == 0) end--;
            return Arrays.copyOf(all, end);
        }

        private static boolean isZero(byte[] bytes, int from, int to) {
            return Arrays.equals(bytes, from, to, ZEROS, 0, to - from);
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
